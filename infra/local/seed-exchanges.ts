// What the Caf and partners have exchanged in the demo: a correction that an agent made, the messages that followed, and
// the documents of a transmission that waits. By the very functions that serve people.
import { toBytes } from 'pdfkit/output'
import { waitingKey } from '../../forms/given-documents.ts'
import { findFileQuestion } from '../../forms/named-documents.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { sectionKeys } from '../../forms/shape.ts'
import { prepareSubmission } from '../../forms/submission.ts'
import { checkCorrection } from '../../functions/correcting/check.ts'
import { paper } from '../../functions/documents/paper.ts'
import { putFile } from '../../functions/external/files.ts'
import { signReceipt } from '../../functions/external/receipts.ts'
import { countCorrection } from '../../functions/store/corrections.ts'
import { announceDocument } from '../../functions/store/documents.ts'
import { markSeen, postMessage } from '../../functions/store/messages.ts'
import { getDossier, getResponse } from '../../functions/store/responses.ts'
import { findSubmission } from '../../functions/store/submissions.ts'
import { checkDocument } from '../../functions/uploads/checking.ts'
import { demoAnswers, demoDocuments } from './demo-answers.ts'

const AGENT = 'Alix Bernard'
const REASON = 'Deux bénévoles du collège avaient été oubliés, comme convenu au téléphone.'
const HOUR_MS = 3_600_000

/** A correction by an agent; what they wrote of it was read, what the partner answered was not. */
export const seedCorrection = async (
  id: string,
  at: string,
  { form, siteOrigin }: { readonly form: FormVersion; readonly siteOrigin: string },
): Promise<void> => {
  const dossier = await getDossier(id)
  const before = await findSubmission(dossier)
  if (!before) return
  const answers = { ...demoAnswers(form, dossier), benevoles: 12 }
  const { questions, titles, ...checked } = await checkCorrection(dossier, before, {
    ...{ answers, reason: REASON, at },
  })
  const { claims, sealedBy } = await prepareSubmission({
    ...{ dossier, ...checked, idempotencyKey: 'demonstration-correction', receivedAt: at },
    by: `${AGENT}, ${dossier.cafName}`,
    madeByCaf: { reason: REASON, corrects: before.number },
    sectionRevisions: before.sectionRevisions,
    issuer: siteOrigin,
  })
  await countCorrection(dossier, sealedBy(await signReceipt(claims)), { questions, titles, reason: REASON })
  const later = (hours: number) => new Date(Date.parse(at) + hours * HOUR_MS).toISOString()
  const asked = 'Bonjour, j’ai ajouté vos deux bénévoles. Pouvez-vous me dire si le nombre est juste ?'
  await postMessage(
    dossier,
    { id: 'demo-1', at: later(1), side: 'caf', by: AGENT, text: asked, question: '/benevoles' },
    'Bénévoles',
  )
  await markSeen(await getResponse(id), { side: 'partner', left: 0, by: 'Dominique Roux', at: later(20) })
  const answered = 'Bonjour, c’est bien douze. Merci, et bonne journée.'
  await postMessage(
    dossier,
    { id: 'demo-2', at: later(21), side: 'partner', by: 'Dominique Roux', text: answered },
    undefined,
  )
}

/** Gives the documents that the demo's answers to a form name. */
export const seedDocuments = async (
  { id: responseId }: Response,
  form: FormVersion,
  { at, author }: { readonly at: string; readonly author: string },
): Promise<void> => {
  for (const { id, question, name, title } of demoDocuments(form.info)) {
    const asked = findFileQuestion(form, question)
    const section = form.info.sections.find((one) => sectionKeys(form)[one.name]?.includes(question))
    if (!asked || !section) continue
    const doc = paper({ title, author, subject: form.info.title, at })
    const out = toBytes(doc)
    doc.fontSize(20).text(title).fontSize(11).moveDown(1).text('Document de démonstration, inventé.')
    doc.end()
    const bytes = Buffer.from(await out)
    const key = waitingKey(responseId, id)
    const given = { id, question, section, name, type: 'application/pdf', size: bytes.length, key }
    const document = await announceDocument(responseId, { ...given, givenAt: at, givenBy: author }, at)
    await putFile(key, bytes, 'application/pdf')
    await checkDocument(responseId, document, at)
  }
}
