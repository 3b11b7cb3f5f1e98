// The receipt on paper: what was received, when, its fingerprint, and a code to verify it by. The signed receipt is in
// the QR code, which opens the verification page with it, and in the file's own information, where that page finds it
// when the PDF is dropped on it. Tagged, so that a screen reader reads it in order.
import type PDFDocument from 'pdfkit'
import { toBytes } from 'pdfkit/output'
import { encode } from 'uqr'
import { deadlineText, instantText, zoneName } from '../../forms/dates.ts'
import type { Response } from '../../forms/nouns/response.ts'
import type { Submission } from '../../forms/nouns/submission.ts'
import { type ReceiptClaims, readClaims, verifyUrl } from '../../forms/receipt.ts'
import { endWith, heightOf, ink, keep, MARGIN, type Placed, paper, sheetOf, tagged, write } from './paper.ts'

const LABEL_WIDTH = 150
const QR_SIZE = 190

type Facts = {
  readonly response: Pick<
    Response,
    'cafName' | 'campaignTitle' | 'formTitle' | 'schoolYear' | 'projectName' | 'zone'
  >
  readonly submission: Pick<Submission, 'by' | 'receipt'>
  /** The site that issued the receipt. */
  readonly origin: string
}

/** The PDF of a receipt; the same receipt always makes the same page. */
export const receiptPdf = async ({ response, submission, origin }: Facts): Promise<Uint8Array> => {
  const { receipt } = submission
  const claims = readClaims(receipt.jws)
  if (!claims) throw new Error(`the receipt ${receipt.reference} says nothing that is a receipt’s`)
  const about = { ...response, by: submission.by }
  const doc = paper({
    title: `Reçu ${receipt.reference}`,
    author: `${response.cafName}, par Échéance`,
    subject: `${response.campaignTitle}, ${response.projectName}`,
    at: receipt.receivedAt,
    // Where /verifier/ finds it: plain text in the file.
    keywords: receipt.jws,
  })
  const out = toBytes(doc)
  const sheet = sheetOf(doc)
  const add = (tag: string, text: string, style: Placed, space: number) => {
    sheet.whole.add(tagged(sheet, tag, [text], () => write(doc, text, style)))
    doc.y += space
  }
  add('P', 'Échéance', { bold: true, size: 12, color: ink.accent }, 18)
  add('H1', `Reçu ${receipt.reference}`, { bold: true, size: 21 }, 9)
  add('P', sentenceOf(claims, about), { size: 10.5 }, 13)
  for (const [label, value] of factsOf(claims, about)) {
    const placed = { size: 10.5, indent: LABEL_WIDTH }
    keep(doc, () => heightOf(doc, value, placed))
    sheet.whole.add(
      tagged(sheet, 'P', [label, value], () => {
        const top = doc.y
        write(doc, label, { size: 10.5, color: ink.soft })
        const bottom = doc.y
        doc.y = top
        write(doc, value, placed)
        doc.y = Math.max(doc.y, bottom) + 6
      }),
    )
  }
  doc.y += 13
  keep(doc, () => QR_SIZE + 40)
  add('H2', 'Vérifier ce reçu', { bold: true, size: 13.5 }, 6)
  const top = doc.y
  const url = verifyUrl(origin, receipt.jws)
  const alt = 'Code QR qui contient le reçu signé'
  sheet.whole.add(doc.struct('Figure', { alt }, () => drawCode(doc, url, MARGIN, top)))
  const beside = QR_SIZE + 20
  doc.y = top
  add('P', explanation(origin), { size: 10.5, indent: beside }, 0)
  doc.y = Math.max(doc.y, top + QR_SIZE) + 16
  endWith(sheet, 'La page du dossier montre ce texte tel qu’il a été écrit.')
  doc.end()
  return out
}

const explanation = (origin: string): string =>
  `Ce code contient le reçu signé. Lu par un téléphone, il ouvre ${origin}/verifier/, qui le vérifie dans le navigateur, sans rien envoyer. On peut aussi y déposer ce fichier PDF. La page dit ce que le reçu prouve, et ce qu’il ne prouve pas.`

type About = Facts['response'] & Pick<Submission, 'by'>

const sentenceOf = (claims: ReceiptClaims, { cafName, zone }: About): string =>
  `La ${cafName} a reçu, le ${instantText(claims.receivedAt, zone)} (${zoneName(zone)}), les réponses transmises pour ${claims.organisation}.`

const factsOf = (
  claims: ReceiptClaims,
  { campaignTitle, formTitle, schoolYear, projectName, zone, by }: About,
) =>
  [
    ['Démarche', campaignTitle],
    ['Questionnaire', `${formTitle} ${schoolYear}, version ${claims.formVersion}`],
    ['Projet', projectName],
    ['Organisation', claims.organisation],
    ['Reçu par le serveur', `${instantText(claims.receivedAt, zone, { seconds: true })} (${zoneName(zone)})`],
    ['Échéance d’alors', deadlineText(claims.closesAt, zone)],
    ['Envoi', `n° ${claims.number}, transmis par ${by}`],
    ['Empreinte SHA-256', claims.sha256],
  ] as const

/** The QR code as one path of filled squares, with the quiet border that readers need. */
const drawCode = (doc: PDFDocument, text: string, x: number, y: number): void => {
  const { data, size } = encode(text, { ecc: 'L', border: 2 })
  const step = QR_SIZE / size
  for (const [row, cells] of data.entries())
    for (const [column, dark] of cells.entries())
      if (dark) doc.rect(x + column * step, y + row * step, step, step)
  doc.fill('#000')
}
