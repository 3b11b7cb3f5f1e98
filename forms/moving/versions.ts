// Which version of its questionnaire a response, a draft or a submission was made for. What was stored before a response
// first moved does not say: it was made for the version the response had when it was called.
import type { Response } from '../nouns/response.ts'

type Versioned = Pick<Response, 'formVersion' | 'moves'>

/** The version a response was called with. */
export const firstVersionOf = ({ formVersion, moves }: Versioned): number => moves?.[0]?.from ?? formVersion

/** Every version a response has had, in order; the last is the one it has. */
export const versionsOf = (response: Versioned): number[] => [
  firstVersionOf(response),
  ...(response.moves ?? []).map(({ to }) => to),
]

/** The version that a draft, or a submission, of a response was made for. */
export const versionOf = (
  made: { readonly formVersion?: number | undefined } | undefined,
  response: Versioned,
): number => made?.formVersion ?? firstVersionOf(response)
