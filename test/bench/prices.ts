// AWS list prices for Paris (eu-west-3), in US dollars before tax, as known at the end of 2025. Nothing here looks
// them up: check them on the price pages before you quote a figure.
const PRICES = {
  writeMillion: 0.742,
  readMillion: 0.1485,
  tableGB: 0.297,
  restoreGB: 0.238,
  apiMillion: 1.17,
  lambdaMillion: 0.2,
  lambdaGBSecond: 0.000_013_333_4,
  logsGB: 0.6,
  tracesMillion: 5,
  cloudFrontGB: 0.085,
  cloudFrontMillion: 1.2,
  mailThousand: 0.1,
  signTenThousand: 0.15,
  key: 1,
  alarm: 0.1,
  activePerson: 0.015,
  schedulesMillion: 1.17,
} as const
/** Not billed, each month, for ever. */
const FREE = {
  cloudFrontGB: 1000,
  cloudFrontRequests: 10_000_000,
  activePersons: 10_000,
  schedules: 14_000_000,
}

/** What is assumed beside what is measured. */
const ASSUMED = {
  /** Memory × time of a request: 512 MB for 40 ms, most of it spent waiting for the table. */
  gbSecondsARequest: 0.5 * 0.04,
  logBytesARequest: 1500,
  tracedShare: 0.05,
  /** A cold page, then warm ones, then what the API answers. */
  wireBytesAResponse: 600_000,
  filesAResponse: 60,
  mailsAResponse: 3,
  /** A person answers for two projects. */
  personsAResponse: 0.5,
  alarms: 30,
  runsOfSchedulesAMonth: 3 * 60 * 730,
} as const

type Usage = { readonly reads: number; readonly writes: number }
type Month = {
  /** Responses filled and sent in the month. */
  readonly responses: number
  /** What one takes, from its call to its reading by the Caf. */
  readonly response: Usage & { readonly requests: number; readonly bytes: number }
  /** What the workers take when nothing happens. */
  readonly idle: Usage
}

/** Dollars a month, by service. */
export const monthlyCost = ({ responses, response, idle }: Month): Record<string, string> => {
  const requests = responses * response.requests
  const million = (count: number) => count / 1e6
  const gb = (bytes: number) => bytes / 1e9
  const beyond = (count: number, free: number) => Math.max(0, count - free)
  const lambdaRuns = requests + ASSUMED.runsOfSchedulesAMonth
  const costs = {
    'API and functions':
      million(requests) * PRICES.apiMillion +
      million(lambdaRuns) * PRICES.lambdaMillion +
      lambdaRuns * ASSUMED.gbSecondsARequest * PRICES.lambdaGBSecond,
    'table: writes': million(responses * response.writes + idle.writes) * PRICES.writeMillion,
    'table: reads': million(responses * response.reads + idle.reads) * PRICES.readMillion,
    'table: storage, restore': gb(responses * response.bytes) * (PRICES.tableGB + PRICES.restoreGB),
    CloudFront:
      beyond(gb(responses * ASSUMED.wireBytesAResponse), FREE.cloudFrontGB) * PRICES.cloudFrontGB +
      million(beyond(requests + responses * ASSUMED.filesAResponse, FREE.cloudFrontRequests)) *
        PRICES.cloudFrontMillion,
    SES: ((responses * ASSUMED.mailsAResponse) / 1000) * PRICES.mailThousand,
    Cognito: beyond(responses * ASSUMED.personsAResponse, FREE.activePersons) * PRICES.activePerson,
    'logs, traces':
      gb(requests * ASSUMED.logBytesARequest) * PRICES.logsGB +
      million(requests * ASSUMED.tracedShare) * PRICES.tracesMillion,
    'keys, alarms, schedules':
      PRICES.key +
      (responses / 10_000) * PRICES.signTenThousand +
      ASSUMED.alarms * PRICES.alarm +
      million(beyond(ASSUMED.runsOfSchedulesAMonth, FREE.schedules)) * PRICES.schedulesMillion,
  }
  const total = Object.values(costs).reduce((sum, cost) => sum + cost, 0)
  return Object.fromEntries(
    Object.entries({ ...costs, total }).map(([name, cost]) => [name, cost.toFixed(2)]),
  )
}
