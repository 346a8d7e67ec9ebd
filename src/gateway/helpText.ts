import OPTIONS from './options.json' with { type: 'json' }

/** The help of the command line. `program`: how it is called; `withoutFleet`: what happens without --fleet. */
export const helpText = (program: string, withoutFleet: string): string =>
  [
    'Morning Check: serves the dashboard and forwards it to the pods of a fleet, on one origin.',
    '',
    `  ${program} [options]`,
    `  ${program} nats [server|stream|create] [--fleet FILE|URL]`,
    '                     Prints the configuration of a NATS server on which all browsers share',
    '                     one board of tickets, with the rights of each person; or prints its',
    '                     stream; or makes it there.',
    '',
    ...OPTIONS.flatMap((option) => option.help),
    '',
    withoutFleet,
  ].join('\n')
