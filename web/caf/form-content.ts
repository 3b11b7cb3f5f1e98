import { type Content, FormView } from '../../forms/editing-wire.ts'
import { VersionView } from '../../forms/publishing-wire.ts'
import { ApiProblem, request } from '../shared/api.ts'

/** A version, or the draft. */
export type Which = number | 'draft'

/** The content of a version or of the draft of a questionnaire. Throws what `request` throws. */
export const loadContent = async (id: string, which: Which): Promise<Content> => {
  const path = `/forms/${encodeURIComponent(id)}`
  if (which !== 'draft') {
    const read = (body: unknown) => VersionView.parse(body)
    return (await request(`${path}/versions/${which}`, { read })).body.content
  }
  const { draft } = (await request(path, { read: (body) => FormView.parse(body) })).body
  if (draft) return draft.content
  throw new ApiProblem(draftGone)
}

const draftGone = {
  type: '/problems/not-found/',
  title: 'Ce brouillon n’existe plus',
  status: 404,
  detail: 'Il a été publié ou abandonné entre-temps. Rechargez la page.',
  instance: '',
}
