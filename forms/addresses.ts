// Where the pages and files of a form are. Said once, for the API that links to them and the publication that
// writes them.
type Version = { formId: string; formVersion: number }

/** The published definition: static, immutable. */
export const definitionUrl = ({ formId, formVersion }: Version): string =>
  `/forms/${formId}/${formVersion}.json`

/** Whether what is at an address never changes: hashed assets and published definitions. The rest is asked for again. */
export const isForEver = (address: string): boolean =>
  address.startsWith('/assets/') || /^\/forms\/.+\.json$/.test(address)

/** The folder of a version's fill page, whose first page is prerendered. */
export const fillPagePath = ({ formId, formVersion }: Version): string => `/remplir/${formId}/${formVersion}/`

/** What to gather before filling a version: a page, and the same as PDF. Static and immutable, as the definition is. */
export const dataMapPath = (version: Version): string => `${fillPagePath(version)}preparer/`
export const dataMapPdfUrl = (version: Version): string => `${dataMapPath(version)}donnees-a-reunir.pdf`

/** The fill page of one response. */
export const fillUrl = (response: Version & { id: string }): string =>
  `${fillPagePath(response)}?dossier=${encodeURIComponent(response.id)}`

/** What happened to a response, for its partner: what counts, corrections by the Caf, messages. */
export const followUrl = (id: string): string => `/suivi/?dossier=${encodeURIComponent(id)}`
/** A response, for the Caf. */
export const deskUrl = (id: string): string => `/caf/dossier/?id=${encodeURIComponent(id)}`

/** What the answers to a campaign come to, for the Caf. */
export const resultsUrl = (campaignId: string): string =>
  `/caf/resultats/?campagne=${encodeURIComponent(campaignId)}`

/** Where a campaign that runs goes on with another version of its questionnaire; `to` the draft, or a version. */
export const movingUrl = (
  { formId, id }: { formId: string; id: string },
  to?: number | 'brouillon',
): string =>
  `/caf/questionnaire/passage/?formulaire=${encodeURIComponent(formId)}&campagne=${encodeURIComponent(id)}${
    to === undefined ? '' : `&vers=${to}`
  }`

/** A new campaign that asks a version of a questionnaire. */
export const newCampaignUrl = ({ formId, formVersion }: Version): string =>
  `/caf/campagne/modifier/?formulaire=${encodeURIComponent(formId)}&version=${formVersion}`

/** The review of a response, and its receipt. */
export const reviewUrl = (id: string): string => `/relire/?dossier=${encodeURIComponent(id)}`
export const receiptUrl = (id: string): string => `/recu/?dossier=${encodeURIComponent(id)}`
