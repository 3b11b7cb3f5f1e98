// POST /responses/{id}/messages: writes to the other side, which is told by mail. Nothing else of the response changes.
import { randomUUID } from 'node:crypto'
import { type Message, sideOf } from '../../forms/messages.ts'
import { PostMessage } from '../../forms/messages-wire.ts'
import { Problem } from '../../forms/problems.ts'
import { assertQuestions, titleOf } from '../../forms/question-titles.ts'
import { http, ok } from '../middleware/http.ts'
import { optionalKeyOf } from '../middleware/preconditions.ts'
import { questionsNow } from '../moving/questions.ts'
import { getFormVersion } from '../store/forms.ts'
import { listMessages, postMessage } from '../store/messages.ts'
import { getResponse } from '../store/responses.ts'

export const handler = http({
  route: 'POST /responses/{id}/messages',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: PostMessage,
  act: async ({ loaded: response, body: { text, question: told }, headers, actor, receivedAt: at }) => {
    const key = optionalKeyOf(headers, `${response.id} ${actor.sub}`)
    const earlier = key && (await listMessages(response)).find(({ id }) => id === key)
    if (earlier) return ok(earlier, { status: 201 })
    const [question] = told === undefined ? [] : await questionsNow(response, [told])
    const form = question && (await getFormVersion(response.formId, response.formVersion))
    if (form && question) assertQuestions(form, [question], () => '/question')
    const message: Message = {
      id: key ?? randomUUID(),
      at,
      side: sideOf(actor, response),
      by: actor.name,
      text,
      ...(question ? { question } : {}),
    }
    const title = form && question ? titleOf(form, question) : undefined
    if (!(await postMessage(response, message, title))) throw new Problem('busy', tooMany)
    return ok(message, { status: 201 })
  },
})

const tooMany =
  'Plusieurs messages de ce dossier attendent encore leur envoi. Celui-ci n’a pas été enregistré : réessayez dans une minute.'
