import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../forms/csv.ts'
import { readListFile } from '../../web/caf/read-list-file.ts'
import { workbookOf } from '../support/workbook.ts'

const read = (...parts: BlobPart[]) => readListFile(new Blob(parts))
const LIST = 'nom;ville\r\n"L’été; à Chambéry";Aix\r\n'
const inBytes = (text: string, codes: Record<string, number>) =>
  Uint8Array.from(text, (letter) => codes[letter] ?? letter.charCodeAt(0))
const windows = inBytes(LIST, { '’': 0x92 })
const mac = inBytes(LIST, { '’': 0xd5, é: 0x8e, à: 0x88 })
const utf16 = Buffer.from(LIST, 'utf16le')

describe('a list as French Excel saves it', () => {
  it.each([
    ['« CSV UTF-8 »', ['\ufeff', LIST]],
    ['UTF-8 without a mark', [LIST]],
    ['« Texte Unicode »', [Buffer.from(`\ufeff${LIST}`, 'utf16le')]],
    ['UTF-16 of the other end', [Buffer.from(`\ufeff${LIST}`, 'utf16le').swap16()]],
    ['UTF-16 without a mark', [utf16]],
    ['UTF-16 of the other end without a mark', [Buffer.from(utf16).swap16()]],
  ])('is read from %s, and there is nothing to say of it', async (_, parts) => {
    expect(await read(...parts)).toEqual({ text: LIST })
  })

  it.each([
    ['« CSV (séparateur : point-virgule) »', windows, /Excel pour Windows.*« L’été », « à », « Chambéry »/],
    ['an old Mac', mac, /Excel pour Mac.*« L’été », « à », « Chambéry »/],
  ])('is read from %s, and the words to look at are told', async (_, bytes, note) => {
    expect(await read(bytes)).toEqual({
      text: LIST,
      note: expect.stringMatching(
        new RegExp(note.source.replaceAll('« ', '«\u00a0').replaceAll(' »', '\u00a0»')),
      ),
    })
  })

  it('is read from a workbook line for line, its numbers in full and its days in French', async () => {
    const book = workbookOf({
      'Mes associations': [
        ['nom', 'siret', 'depuis', 'commune'],
        [],
        ['L’été ; « à "deux" »', 43210987400011, new Date('2026-09-01'), null],
        ['Sans rien', null, null, '73008'],
      ],
    })
    const found = await read(book)
    expect(found).not.toHaveProperty('note')
    expect('text' in found && readCsv(found.text)).toEqual({
      faults: [],
      rows: [
        { line: 1, cells: ['nom', 'siret', 'depuis', 'commune'] },
        { line: 3, cells: ['L’été ; « à "deux" »', '43210987400011', '01/09/2026', ''] },
        { line: 4, cells: ['Sans rien', '', '', '73008'] },
      ],
    })
  })

  it('is the first sheet of a workbook, which is said when there are others', async () => {
    const first = await read(workbookOf({ Une: [['nom']], Deux: [['autre']] }))
    expect(first).toEqual({
      text: 'nom',
      note: 'Seule la première feuille du classeur, «\u00a0Une\u00a0», est lue.',
    })
    expect(await read(workbookOf({ Une: [] }))).toEqual({ fault: expect.stringContaining('est vide') })
  })
})

describe('a file that is no list', () => {
  it.each([
    ['nothing', [], /vide/],
    [
      'an old workbook, or one with a password',
      [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)],
      /\(\.xls\).*mot de passe/,
    ],
    [
      'a workbook of LibreOffice',
      [zipSync({ mimetype: [Buffer.from('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] })],
      /LibreOffice/,
    ],
    ['another archive', [zipSync({ 'word/document.xml': Buffer.from('<a/>') })], /n’est pas une liste/],
    ['a broken archive', [Buffer.from('PK\x03\x04 and no more')], /n’est pas une liste/],
    ['an image', [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13)], /n’est pas une liste/],
    ['something large', [Buffer.alloc(6 * 1024 * 1024, 'x')], /pèse 6 Mo/],
  ])('is told for what it is: %s', async (_, parts, words) => {
    expect(await read(...parts)).toEqual({ fault: expect.stringMatching(words) })
  })
})
