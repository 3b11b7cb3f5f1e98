import { sha256Of } from './canonical.ts'
import type { Submitted } from './filling-wire.ts'
import type { Coherence } from './findings.ts'
import type { FormVersion } from './nouns/form.ts'
import type { Response } from './nouns/response.ts'
import type { Answers } from './nouns/scalars.ts'
import type { Section, Submission } from './nouns/submission.ts'
import { type ReceiptClaims, referenceOf, submissionIdOf } from './receipt.ts'

type Facts = {
  readonly dossier: Response & { readonly sections: Readonly<Record<string, Section>> }
  readonly form: FormVersion
  /** Who stands by each section, where the form asks for it. */
  readonly confirmations?: Submission['confirmations']
  /** What the answer checker made of what was sent. */
  readonly checked: { readonly answers: Answers; readonly removed: readonly string[] }
  /** What the coherence rules found, justifications included. */
  readonly coherence?: Coherence
  readonly idempotencyKey: string
  readonly by: string
  /** Where the Caf corrects, not where a partner transmits. */
  readonly madeByCaf?: Submission['madeByCaf']
  /** The revisions that the drafts have, unless told: what a correction leaves is what the partner had not sent. */
  readonly sectionRevisions?: Submission['sectionRevisions']
  readonly receivedAt: string
  /** The site that issues the receipt. */
  readonly issuer: string
}

/** A receipt is drawn as a QR code too, which a telephone must still read. */
const MOST_NAMED = 100

/**
 * What a receipt is to say of these answers, and how the submission reads once it is signed. The id and the
 * reference follow from the facts alone: the same request sent twice at once makes the same submission.
 */
export const prepareSubmission = async (
  facts: Facts,
): Promise<{ claims: ReceiptClaims; sealedBy: (jws: string) => Submission }> => {
  const { dossier, form, checked, coherence, idempotencyKey, by, madeByCaf, receivedAt } = facts
  const number = dossier.submissionNumber + 1
  const sha256 = await sha256Of(checked.answers)
  const id = await submissionIdOf(dossier.id, number, `${idempotencyKey} ${sha256}`)
  const reference = await referenceOf(form.info.referencePrefix, id)
  const claims: ReceiptClaims = {
    iss: facts.issuer,
    reference,
    response: dossier.id,
    organisation: dossier.organisationName,
    title: dossier.campaignTitle.slice(0, MOST_NAMED),
    project: dossier.projectName.slice(0, MOST_NAMED),
    form: form.formId,
    formVersion: form.version,
    number,
    sha256,
    receivedAt,
    closesAt: dossier.closesAt,
    ...(madeByCaf && dossier.submission ? { corrects: dossier.submission.reference } : {}),
  }
  const sealedBy = (jws: string): Submission => {
    const receipt = { reference, receivedAt, sha256, jws }
    const reply: Submitted = { receipt, removed: checked.removed.map((at) => `/answers${at}`) }
    return {
      id,
      number,
      answers: checked.answers,
      by,
      receivedAt,
      receipt,
      sectionRevisions: facts.sectionRevisions ?? revisionsOf(dossier.sections),
      ...(coherence ? { coherence } : {}),
      ...(facts.confirmations ? { confirmations: facts.confirmations } : {}),
      ...(madeByCaf ? { madeByCaf } : {}),
      formVersion: form.version,
      idempotencyKey,
      reply: JSON.stringify(reply),
    }
  }
  return { claims, sealedBy }
}

const revisionsOf = (sections: Readonly<Record<string, Section>>): Submission['sectionRevisions'] =>
  Object.fromEntries(Object.values(sections).map(({ name, revision }) => [name, revision]))
