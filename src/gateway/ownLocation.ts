const asPattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/**
 * A regular expression, as text, for the Location headers with which a pod points to itself:
 * whole or as a path, below its base; the first group is what comes after the base.
 */
export const ownLocation = (base: URL): string =>
  `(?:${asPattern(base.origin)})?${asPattern(base.pathname)}([^/].*)?$`
