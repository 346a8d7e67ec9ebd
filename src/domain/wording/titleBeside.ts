/** A title without the name that stands beside it: what opens by itself names its service in its title. */
export const titleBeside = (title: string, name: string | null): string =>
  name !== null && title.startsWith(`${name}: `) ? title.slice(name.length + 2) : title
