import type { Light } from '#src/domain/verdict/light.ts'

const LIGHT: Readonly<Record<Light, string>> = {
  green: 'OK',
  orange: 'WATCH',
  red: 'ACT',
  unknown: 'CANNOT SEE',
}

/** The texts of the page before any screen of it is there, in English. */
export const englishStart = {
  product: 'Morning Check',
  light: LIGHT,

  windowTitle: {
    blind: 'BLIND',
    judging: 'LOOKING BACK',
    looking: (seen: number, of: number) => `LOOKING ${seen} of ${of}`,
  },

  fleetFile: {
    refused: (url: string, origin: string) =>
      `The fleet file ${url} is of another origin (${origin}), which this dashboard does not trust. Put it beside this page, or name the origin in its <meta name="fleet-origins">.`,
    unclear: (url: string) => `?fleet=${url} is not an address. Write a path such as ?fleet=my-fleet.json.`,
    refusedTitle: 'This fleet file is not opened',
  },

  crash: {
    title: 'This screen stopped drawing',
    text: 'The watch itself goes on in its worker; only the page has to be loaded again. What stopped it:',
    reload: 'Reload',
    forget: 'Forget the saved digest and reload',
  },
}
