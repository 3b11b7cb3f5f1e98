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
import { ink, MARGIN, paper, printable } from './paper.ts'

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
  const whole = doc.struct('Document')
  doc.addStructure(whole)
  const add = (type: string, draw: () => unknown, alt?: string) =>
    whole.add(doc.struct(type, alt ? { alt } : {}, draw))

  add('P', () => doc.font('Helvetica-Bold').fontSize(12).fillColor(ink.accent).text('Échéance').moveDown(1.5))
  add('H1', () => doc.fontSize(22).fillColor(ink.strong).text(`Reçu ${receipt.reference}`).moveDown(0.4))
  add('P', () =>
    doc
      .font('Helvetica')
      .fontSize(11)
      .text(printable(sentenceOf(claims, about)))
      .moveDown(1),
  )
  for (const [label, value] of factsOf(claims, about)) {
    add('P', () => {
      const top = doc.y
      doc.fillColor(ink.soft).text(label, MARGIN, top, { width: LABEL_WIDTH })
      const bottom = doc.y
      doc.fillColor(ink.strong).text(printable(value), MARGIN + LABEL_WIDTH, top)
      doc.y = Math.max(doc.y, bottom) + 6
    })
  }
  doc.moveDown(1)
  const url = verifyUrl(origin, receipt.jws)
  add('H2', () =>
    doc
      .font('Helvetica-Bold')
      .fontSize(14)
      .fillColor(ink.strong)
      .text('Vérifier ce reçu', MARGIN)
      .moveDown(0.4),
  )
  const top = doc.y
  add('Figure', () => drawCode(doc, url, MARGIN, top), 'Code QR qui contient le reçu signé')
  add('P', () =>
    doc
      .font('Helvetica')
      .fontSize(11)
      .fillColor(ink.strong)
      .text(
        `Ce code contient le reçu signé. Lu par un téléphone, il ouvre ${origin}/verifier/, qui le vérifie dans le navigateur, sans rien envoyer. On peut aussi y déposer ce fichier PDF. La page dit ce que le reçu prouve, et ce qu’il ne prouve pas.`,
        MARGIN + QR_SIZE + 20,
        top,
      ),
  )
  whole.end()
  doc.end()
  return out
}

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
