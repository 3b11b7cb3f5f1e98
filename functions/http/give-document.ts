// POST /responses/{id}/documents: announces a document and says where its bytes go, or takes one of the folder.
import { randomUUID } from 'node:crypto'
import { cleanFileName, mediaTypeOf } from '../../forms/document-names.ts'
import { type DocumentGiven, GiveDocument } from '../../forms/documents-wire.ts'
import { documentView, waitingKey } from '../../forms/given-documents.ts'
import { assertTakesAnswers } from '../../forms/lifecycle.ts'
import { uploadAddress } from '../external/files.ts'
import { SIGNED_SECONDS } from '../external/storage.ts'
import { http, ok } from '../middleware/http.ts'
import { formAsked } from '../moving/asked.ts'
import { followCampaign } from '../store/deadlines.ts'
import { announceDocument } from '../store/documents.ts'
import { getResponse } from '../store/responses.ts'
import { assertFills, assertTaken } from '../uploads/question.ts'
import { reuseDocument } from '../uploads/reuse.ts'

export const handler = http({
  route: 'POST /responses/{id}/documents',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: GiveDocument,
  act: async ({ loaded, event, body, actor, receivedAt: at }) => {
    const form = await formAsked(loaded, event)
    const { section, types } = assertFills(actor, loaded, form, body.question)
    const response = await followCampaign(loaded, at)
    assertTakesAnswers(response, at)
    const { question } = body
    if ('from' in body) {
      const document = await reuseDocument(response, {
        actor,
        question,
        section,
        types,
        from: body.from,
        at,
      })
      return ok({ document: documentView(document) } satisfies DocumentGiven, { status: 201 })
    }
    const name = cleanFileName(body.name)
    const type = assertTaken(types, { name, type: mediaTypeOf(name) })
    const [id, { size }] = [randomUUID(), body]
    const key = waitingKey(response.id, id)
    const given = { id, question, section, name, type, size, key, givenAt: at, givenBy: actor.name }
    const document = documentView(await announceDocument(response.id, given, at))
    const expiresAt = new Date(Date.parse(at) + SIGNED_SECONDS * 1000).toISOString()
    const upload = { method: 'PUT', ...(await uploadAddress(key, { size, type })), expiresAt } as const
    return ok({ document, upload } satisfies DocumentGiven, { status: 201 })
  },
})
