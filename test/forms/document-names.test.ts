import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attachmentAs, cleanFileName, mediaTypeOf } from '../../forms/document-names.ts'
import { documentsCheck } from '../../forms/documents.ts'
import { runs } from '../support/runs.ts'

/** Whether an answer may name a document so. */
const isTaken = (name: string): boolean => {
  const walk = { path: [], faults: [], claims: [], prefilled: {} }
  const question = { title: 'Pièce', allowMultiple: false, maxFiles: 1, acceptedTypes: '.pdf' }
  documentsCheck(question)([{ name, type: 'application/pdf', content: 'a' }], walk)
  return walk.faults.length === 0
}
const anything = fc.string({
  unit: fc.constantFrom('a', 'é', '/', '\\', '.', '"', "'", ';', '\r', '\n', '\u202e', '🎒', '%', ' ', '*'),
})

describe('the name of a document', () => {
  it.each([
    ['Statuts 2026.pdf', 'Statuts 2026.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Mes documents\\RIB.PDF', 'RIB.PDF'],
    ['dossier/', 'document'],
    ['...pdf', 'document.pdf'],
    ['L’été "chaud" 👩‍🏫.pdf', 'L’été "chaud" 👩‍🏫.pdf'],
    ['fdp.\u202eexe', 'fdp.exe'],
    ['e\u0301te\u0301.pdf', 'été.pdf'],
    ['\ud800.pdf', '\ufffd.pdf'],
    [`${'x'.repeat(400)}.pdf`, `${'x'.repeat(150)}.pdf`],
  ])('%j becomes %j', (typed, name) => {
    expect(cleanFileName(typed)).toBe(name)
  })

  it('is always one that answers take, and stays as it is when cleaned again', () => {
    fc.assert(
      fc.property(fc.oneof(anything, fc.string({ unit: 'binary', maxLength: 400 })), (typed) => {
        const name = cleanFileName(`${typed}.pdf`)
        expect(isTaken(name)).toBe(true)
        expect(cleanFileName(name)).toBe(name)
        expect(name.endsWith('.pdf')).toBe(true)
      }),
      runs(40),
    )
  })

  it('announces its type by its ending, whatever the case', () => {
    expect(['a.PDF', 'b.JpEg', 'c.docx', 'd.exe', 'e', 'f.pdf.exe', 'constructor'].map(mediaTypeOf)).toEqual([
      'application/pdf',
      'image/jpeg',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('the header under which a document is saved', () => {
  it('is ASCII, cannot be broken out of, and says the name exactly', () => {
    fc.assert(
      fc.property(fc.oneof(anything, fc.string({ unit: 'binary' })), (typed) => {
        const name = cleanFileName(typed)
        const header = attachmentAs(name)
        const [, exact = ''] =
          /^attachment; filename="[^"\\%/;\p{Cc}\P{ASCII}]*"; filename\*=UTF-8''([\w.~%!#$&+^`|-]*)$/u.exec(
            header,
          ) ?? []
        expect(decodeURIComponent(exact)).toBe(name)
      }),
    )
  })

  it('reads well for browsers of old', () => {
    expect(attachmentAs('Récépissé "1" 🎒.pdf')).toMatch(/^attachment; filename="Recepisse _1_ _\.pdf"; /)
  })
})
