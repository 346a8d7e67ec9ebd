/** What is said of the places where a fleet's past is kept. */
export const englishSources = {
  failure: {
    refused: (why: string) => `refused the query (${why})`,
    page: 'answered with a web page, not with data',
    json: 'answered with JSON of another kind',
    text: (status: number) => `answered HTTP ${status} without data`,
    cutOff: 'broke off in the middle of an answer',
    unexpected: (found: string) => `answered with ${found}, which was not asked for`,
  },
  repair: {
    timeout: 'See whether it is overloaded; it is asked again by itself.',
    unreachable: 'See whether it runs, and whether sources.prometheus.url in the fleet file is right.',
    unreadable:
      'Let it send Access-Control-Allow-Origin for this page (--web.cors.origin), or serve the page through the gateway.',
    blocked: 'Serve the page through the gateway, which asks it from where it runs.',
    signIn:
      'Sign in to it in another tab and write "credentials": "include" in sources.prometheus, or type in a token.',
    tooLarge:
      'Fewer series at once are needed: name what all targets of this fleet have in sources.prometheus.match.',
    aborted: 'Open the page again to ask anew.',
    query:
      'A limit of the server may be too low for it (samples, range or length of a query): raise it there.',
    server: 'Look at its log; it is asked again by itself.',
    base: 'sources.prometheus.url has to be the base of the API, what stands before /api/v1/query, with no sign-in before it.',
    proxy: 'Look at the proxies before it: one of them ends long answers.',
  },
  unmatched: {
    none: 'No target has its name in the label pod or its address in instance: name the label in sources.prometheus.labels.pod, or write its address as shownUrl.',
    several: (jobs: string) =>
      `More than one job scrapes it (${jobs}): choose with sources.prometheus.match, or name the label of the service in sources.prometheus.labels.service.`,
  },
} as const
