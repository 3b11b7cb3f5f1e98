import type { Response } from './nouns/response.ts'

/** What tells a campaign and its questionnaire apart. */
type Titled = Pick<Response, 'campaignTitle' | 'formTitle' | 'schoolYear'>

/**
 * The questionnaire of a campaign, to be said beside the campaign’s title, which is what people read first everywhere;
 * undefined where that title names it already.
 */
export const otherTitle = ({ campaignTitle, formTitle, schoolYear }: Titled): string | undefined =>
  campaignTitle.toLowerCase().includes(formTitle.toLowerCase()) ? undefined : `${formTitle} ${schoolYear}`
