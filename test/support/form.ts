import info from '../../forms/definitions/clas-bilan/form.json' with { type: 'json' }
import survey from '../../forms/definitions/clas-bilan/survey.json' with { type: 'json' }
import { FormInfo, FormVersion } from '../../forms/nouns/form.ts'
import { publishable } from '../../forms/publication.ts'
import { communesOf } from '../../infra/publication/communes.ts'

/** clas-bilan as it is published. */
export const publishedForm = (): FormVersion => {
  const formInfo = FormInfo.parse(info)
  return {
    formId: 'clas-bilan',
    version: 1,
    info: formInfo,
    definition: publishable(FormVersion.shape.definition.parse(survey), formInfo, communesOf),
    sha256: '',
    publishedAt: '2025-09-01T00:00:00.000Z',
  }
}
