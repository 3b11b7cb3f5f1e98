// A dossier on paper: whose it is, what was received and when, and every answer. The answers are those of the submission
// that counts, whose fingerprint it says.
import { toBytes } from 'pdfkit/output'
import { deadlineText, instantText, zoneName } from '../../forms/dates.ts'
import { answersTold, type Line, type Told } from '../../forms/exports/told.ts'
import { statusWords } from '../../forms/lifecycle.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Response } from '../../forms/nouns/response.ts'
import type { Submission } from '../../forms/nouns/submission.ts'
import {
  endWith,
  heightOf,
  ink,
  keep,
  numberPages,
  type Placed,
  paper,
  sheetOf,
  tagged,
  write,
} from './paper.ts'

const LABEL_WIDTH = 140
const INDENT = 14
/** So many lines of an answer stand with its question, on the same page. */
const TOGETHER = 3

type Facts = {
  readonly response: Response
  readonly submission: Submission
  readonly form: FormVersion
}

/** The PDF of what was transmitted for a dossier; the same submission always makes the same pages. */
export const answersPdf = async ({ response, submission, form }: Facts): Promise<Uint8Array> => {
  const { campaignTitle: title, projectName, organisationName, cafName } = response
  const doc = paper({
    title: `${title}, ${projectName}`,
    author: `${organisationName}, par Échéance`,
    subject: `Réponses transmises à la ${cafName}`,
    at: submission.receivedAt,
  })
  const out = toBytes(doc)
  const sheet = sheetOf(doc)
  const add = (tag: string, text: string, style: Placed, space = 4) => {
    sheet.whole.add(tagged(sheet, tag, [text], () => write(doc, text, style)))
    doc.y += space
  }
  add('P', 'Échéance', { bold: true, size: 12, color: ink.accent }, 12)
  add('H1', projectName, { bold: true, size: 19 }, 2)
  add('P', title, { size: 12.5 }, 10)
  for (const [label, value] of factsOf({ response, submission, form })) {
    keep(doc, () => heightOf(doc, value, { indent: LABEL_WIDTH }, TOGETHER))
    sheet.whole.add(
      tagged(sheet, 'P', [label, value], () => {
        const top = doc.y
        write(doc, label, { color: ink.soft })
        const bottom = doc.y
        doc.y = top
        write(doc, value, { indent: LABEL_WIDTH })
        doc.y = Math.max(doc.y, bottom) + 3
      }),
    )
  }
  /** How high the beginning of an answer is, which the end of a page does not cut: its question and its first lines. */
  const startOf = ({ title: question, text, lines: [first] = [] }: Told, indent: number): number =>
    text === undefined
      ? heightOf(doc, question, { bold: true, indent }) + (first ? startOfLine(first, indent + INDENT) : 0)
      : heightOf(doc, question, { indent }) + heightOf(doc, text, { indent }, TOGETHER)
  const startOfLine = ({ title: name, told }: Line, indent: number): number => {
    const short = shortLine({ title: name, told })
    if (short !== undefined) return heightOf(doc, short, { indent }, TOGETHER)
    const [first] = told
    return (name ? heightOf(doc, name, { bold: true, indent }) : 0) + (first ? startOf(first, indent) : 0)
  }
  const tell = (one: Told, indent: number): void => {
    const { title: question, text, lines = [] } = one
    keep(doc, () => startOf(one, indent))
    if (text !== undefined) {
      add('P', question, { color: ink.soft, indent }, 0)
      add('P', text, { indent }, 6)
      return
    }
    if (indent === 0) add('H3', question, { bold: true, size: 10.5 })
    else add('P', question, { bold: true, indent }, 2)
    for (const line of lines) tellLine(line, indent + INDENT)
    // What follows a table is no part of it.
    if (indent === 0) doc.y += 6
  }
  const tellLine = (line: Line, indent: number): void => {
    const { title: name, told } = line
    const short = shortLine(line)
    keep(doc, () => startOfLine(line, indent))
    if (short !== undefined) add('P', short, { indent })
    else {
      if (name) add('P', name, { bold: true, indent }, 2)
      for (const one of told) tell(one, indent)
    }
  }
  for (const { title: name, told } of answersTold(form, submission.answers)) {
    const style = { bold: true, size: 13.5 }
    doc.y += 10
    keep(doc, () => heightOf(doc, name, style) + 4 + (told[0] ? startOf(told[0], 0) : 0))
    add('H2', name, style)
    for (const one of told) tell(one, 0)
  }
  doc.y += 10
  const left = 'Seules les questions qui ont une réponse figurent ici.'
  add('P', left, { color: ink.soft, size: 8.5 })
  endWith(sheet, 'La page du dossier montre ce texte tel qu’il a été transmis.')
  numberPages(doc, `${projectName}, ${title}`)
  doc.end()
  return out
}

/** A line of a table in one text, when it is short enough. */
const shortLine = ({ title, told }: Line): string | undefined => {
  if (!told.every(({ text }) => text !== undefined && text.length < 60)) return undefined
  const whole = told.map((one) => `${one.title} : ${one.text}`).join(' ; ')
  return title ? `${title} — ${whole}` : whole
}

const factsOf = ({ response, submission, form }: Facts) => {
  const { zone } = response
  const { number: sent, receivedAt, receipt, by } = submission
  return [
    ['Organisation', response.organisationName],
    ['Caf', response.cafName],
    ['Dossier', response.id],
    ['Questionnaire', `${form.info.title}, version ${form.version}`],
    ['État', statusWords[response.status]],
    ['Reçu le', `${instantText(receivedAt, zone)} (${zoneName(zone)})`],
    ['Échéance', deadlineText(response.closesAt, zone)],
    ['Envoi', `n° ${sent}, transmis par ${by}, reçu ${receipt.reference}`],
    ['Empreinte SHA-256', receipt.sha256],
  ] as const
}
