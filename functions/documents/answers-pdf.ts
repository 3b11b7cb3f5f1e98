// A dossier on paper: whose it is, what was received and when, and every answer. The answers are those of the submission
// that counts, whose fingerprint it says.
import type PDFDocument from 'pdfkit'
import { toBytes } from 'pdfkit/output'
import { deadlineText, instantText, zoneName } from '../../forms/dates.ts'
import { answersTold, type Line, type Told } from '../../forms/exports/told.ts'
import { statusWords } from '../../forms/lifecycle.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Response } from '../../forms/nouns/response.ts'
import type { Submission } from '../../forms/nouns/submission.ts'
import { ink, MARGIN, numberPages, paper, printable, type Style, set, widthOf } from './paper.ts'

const LABEL_WIDTH = 150
const INDENT = 14
/** Room below which a heading goes to the next page with what it heads. */
const HEADING_ROOM = 90

type Facts = {
  readonly response: Response
  readonly submission: Submission
  readonly form: FormVersion
}
type Placed = Style & { readonly indent?: number }

/** The PDF of what was transmitted for a dossier; the same submission always makes the same pages. */
export const answersPdf = async ({ response, submission, form }: Facts): Promise<Uint8Array> => {
  const { campaignTitle: title, projectName, organisationName, cafName } = response
  const doc = paper({
    title: printable(`${title}, ${projectName}`),
    author: printable(`${organisationName}, par Échéance`),
    subject: printable(`Réponses transmises à la ${cafName}`),
    at: submission.receivedAt,
  })
  const out = toBytes(doc)
  const whole = doc.struct('Document')
  doc.addStructure(whole)
  const add = (tag: string, text: string, style: Placed, space = 4) => {
    whole.add(doc.struct(tag, {}, () => write(doc, text, style)))
    doc.y += space
  }
  add('P', 'Échéance', { bold: true, size: 12, color: ink.accent }, 12)
  add('H1', projectName, { bold: true, size: 20 }, 2)
  add('P', title, { size: 13 }, 10)
  for (const [label, value] of factsOf({ response, submission, form }))
    whole.add(
      doc.struct('P', {}, () => {
        const top = doc.y
        write(doc, label, { color: ink.soft })
        const bottom = doc.y
        doc.y = top
        write(doc, value, { indent: LABEL_WIDTH })
        doc.y = Math.max(doc.y, bottom) + 3
      }),
    )
  const heading = (tag: string, text: string, style: Placed) => {
    if (doc.y + HEADING_ROOM > doc.page.height - MARGIN) doc.addPage()
    add(tag, text, { bold: true, ...style })
  }
  const tell = ({ title: question, text, lines = [] }: Told, indent: number): void => {
    if (text !== undefined) {
      add('P', question, { color: ink.soft, indent }, 0)
      add('P', text, { indent }, 6)
      return
    }
    if (indent === 0) heading('H3', question, { size: 11 })
    else add('P', question, { bold: true, indent }, 2)
    for (const line of lines) tellLine(line, indent + INDENT)
    // What follows a table is no part of it.
    if (indent === 0) doc.y += 6
  }
  const tellLine = ({ title: name, told }: Line, indent: number): void => {
    const isShort = told.every(({ text }) => text !== undefined && text.length < 60)
    const whole = told.map((one) => `${one.title} : ${one.text}`).join(' ; ')
    if (isShort) add('P', name ? `${name} — ${whole}` : whole, { indent })
    else {
      if (name) add('P', name, { bold: true, indent }, 2)
      for (const one of told) tell(one, indent)
    }
  }
  for (const section of answersTold(form, submission.answers)) {
    doc.y += 10
    heading('H2', section.title, { size: 14 })
    for (const one of section.told) tell(one, 0)
  }
  doc.y += 10
  add('P', 'Seules les questions qui ont une réponse figurent ici.', { color: ink.soft, size: 9 })
  whole.end()
  numberPages(doc, `${projectName}, ${title}`)
  doc.end()
  return out
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

const write = (doc: PDFDocument, text: string, { indent = 0, ...style }: Placed): void => {
  set(doc, style).text(printable(text), MARGIN + indent, doc.y, { width: widthOf(doc) - indent })
}
