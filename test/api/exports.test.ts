// Exports of a campaign, opened by programs that know nothing of ours, and compared with what was transmitted.
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import readWorkbook from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CampaignRow } from '../../forms/campaign-rows-wire.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { passing, type RowFilter } from '../../forms/row-filter.ts'
import { putFile } from '../../functions/external/files.ts'
import { type Export, putExport } from '../../functions/store/exports.ts'
import { keys } from '../../functions/store/keys.ts'
import { putItem } from '../../functions/store/write-items.ts'
import { everyTypeForm } from '../support/every-type.ts'
import { campaignOf, dossier, exported } from '../support/exported.ts'
import { wordsOf } from '../support/pdf-words.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })

const first: Answers = {
  entier: 12,
  montant: 2.5,
  jour: '2024-09-02',
  choix: 'other',
  'choix-Comment': '=HYPERLINK("http://mal.test";"ouvrez")',
  code: '+33 6 ; "guillemets"\net une ligne',
  liste: 'y',
  plusieurs: ['p', 'r'],
  etiquettes: [2],
  vrai: true,
  note: 3,
  ordre: ['ii', 'i', 'iii'],
  pieces: [{ name: 'statuts.pdf', type: 'application/pdf', content: 'doc-1' }],
  prix: 123_450,
  somme: 14.5,
  double: 24,
  grille: { r1: 'bien', r2: 'mal' },
  tableau: { l1: { n: 3, carre: 9 }, l2: { n: 5, si: 'oui', carre: 25 } },
  'tableau-total': { n: 8, carre: 25 },
  lignes: [{ nom: '@cmd', genre: 'u' }, { nom: '-2+3' }, { nom: 'Élodie' }],
  lieux: [{ ouvert: 'oui', heures: 4, semaine: 20 }, { ouvert: 'non' }],
  contacts: { nom: 'Zoé', age: 44 },
}

const pagesOf = ({ definition }: FormVersion) =>
  structuredClone(definition.pages) as { elements: Record<string, unknown>[] }[]

/** The form as it was published again: a title changed, a question gone, one added, one of another nature. */
const secondVersion = (): FormVersion => {
  const [simples, ...others] = pagesOf(everyTypeForm)
  const elements = (simples?.elements ?? [])
    .filter(({ name }) => name !== 'mois')
    .map((element) => {
      if (element.name === 'entier') return { ...element, title: 'Un nombre entier' }
      return element.name === 'code'
        ? { type: 'text', name: 'code', inputType: 'number', min: 0, max: 9 }
        : element
    })
  const added = { type: 'text', name: 'ajoutee', title: 'Ajoutée', maxLength: 20 }
  return {
    ...everyTypeForm,
    version: 2,
    definition: {
      ...everyTypeForm.definition,
      pages: [{ ...simples, elements: [added, ...elements] }, ...others],
    } as FormVersion['definition'],
  }
}

let agent: Caller
let campaign: Campaign
beforeAll(async () => {
  agent = await platform.as('conseiller@caf731.test')
  campaign = await campaignOf([everyTypeForm, secondVersion()])
  await dossier(campaign, 'ancien', first, { formVersion: 1 })
  await dossier(campaign, 'nouveau', { ...first, code: 7, ajoutee: 'oui' })
  await dossier(campaign, 'rien')
})

type Row = Record<string, string>
/** Rows by the code that ends each header. */
const csvRows = (bytes: Buffer): Row[] => {
  const [header = [], ...lines]: string[][] = parse(bytes, { bom: true, delimiter: ';' })
  const codes = header.map((title) => /\[([^[\]]+)\]$/.exec(title)?.[1] ?? title)
  return lines.map((line) => Object.fromEntries(line.map((cell, i) => [codes[i], cell])))
}

describe('a CSV export', () => {
  it('opens in French spreadsheets, one line a dossier, with what was transmitted', async () => {
    const { bytes, fileName, headers } = await exported(agent, campaign.id, { format: 'csv' })
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${fileName}"`)
    const [ancien, nouveau, rien] = csvRows(bytes)
    expect(ancien).toMatchObject({
      projet: 'Projet ancien',
      'etat.code': 'transmis',
      recu_le: '2026-06-09 14:32:03',
      echeance: '2026-07-10 23:59:59',
      entier: '12',
      montant: '2,5',
      prix: '1234,50',
      jour: '2024-09-02',
      choix: 'Autre',
      'choix.code': 'other',
      liste: 'Y',
      'liste.code': 'y',
      'plusieurs.p': '1',
      'plusieurs.q': '0',
      'plusieurs.r': '1',
      vrai: 'Oui',
      note: '3',
      'ordre.ii': '1',
      pieces: 'statuts.pdf',
      'grille.r2': 'mal',
      'tableau.l2.si': 'oui',
      'tableau.total.n': '8',
      'lignes.lignes': '3',
      'lignes.3.nom': 'Élodie',
      'lignes.4.nom': '',
      'lieux.1.semaine': '20',
      'contacts.age': '44',
      double: '24',
    })
    expect(nouveau).toMatchObject({ code: '', 'code@2': '7', ajoutee: 'oui', entier: '12' })
    expect(rien).toMatchObject({ etat: 'À commencer', entier: '', 'plusieurs.p': '', recu: '' })
  })

  it('gives no spreadsheet a formula, and loses nothing of the text', async () => {
    const { bytes } = await exported(agent, campaign.id, { format: 'csv' })
    const [ancien] = csvRows(bytes)
    expect(ancien).toMatchObject({
      'choix.precision': `'${first['choix-Comment']}`,
      code: `'${first.code}`,
      'lignes.1.nom': "'@cmd",
      'lignes.2.nom': "'-2+3",
    })
  })
})

describe('a workbook', () => {
  it('has typed cells, a sheet a list keyed by dossier, and a code book', async () => {
    const { bytes } = await exported(agent, campaign.id, { format: 'xlsx' })
    const sheets = Object.fromEntries((await readWorkbook(bytes)).map(({ sheet, data }) => [sheet, data]))
    expect(Object.keys(sheets)).toEqual(['Dossiers', 'lignes', 'lieux', 'Dictionnaire', 'À lire'])
    const rows = tableOf(sheets.Dossiers)
    expect(rows).toHaveLength(3)
    expect(rows[0]).toMatchObject({
      projet: 'Projet ancien',
      entier: 12,
      prix: 1234.5,
      jour: new Date('2024-09-02T00:00:00Z'),
      recu_le: new Date('2026-06-09T14:32:03Z'),
      vrai: true,
      code: first.code,
      'choix.precision': first['choix-Comment'],
    })
    expect(tableOf(sheets.lignes)).toMatchObject([
      { dossier: `${campaign.id}.ancien`, ligne: 1, nom: '@cmd', genre: 'u' },
      { ligne: 2, nom: '-2+3', genre: null },
      { ligne: 3, nom: 'Élodie' },
      { dossier: `${campaign.id}.nouveau`, ligne: 1 },
      { ligne: 2 },
      { ligne: 3 },
    ])
    const book = sheets.Dictionnaire ?? []
    expect(book).toContainEqual(['lignes', 'genre', 'genre', 'tables', 'Texte', 'u ; v', '1, 2'])
    expect(book).toContainEqual(['Dossiers', 'code@2', 'code', 'simples', 'Nombre', null, '2'])
    expect(book).toContainEqual(['Dossiers', 'mois', 'mois', 'simples', 'Texte', null, '1'])
  })

  it('keeps in view whose dossier a row is, in columns wide enough for their dates and amounts', async () => {
    const { bytes } = await exported(agent, campaign.id, { format: 'xlsx' })
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toContain('<pane xSplit="2" ySplit="1" topLeftCell="C2"')
    const widthOf = (code: string) => {
      const column = /<c r="([A-Z]+)1"[^>]*><is><t[^>]*>[^<]*\[CODE\]</.source.replace('CODE', code)
      const letters = new RegExp(column).exec(sheet)?.[1] ?? ''
      const at = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
      return Number(new RegExp(`<col min="${at}" max="${at}" width="(\\d+)"`).exec(sheet)?.[1])
    }
    expect(widthOf('echeance')).toBeGreaterThan('31/12/2026 23:59:59'.length)
    expect(widthOf('prix')).toBeGreaterThan('9 999 999,99 €'.length)
  })

  it('marks what looks like a formula as text, to the end of its life', async () => {
    const { bytes } = await exported(agent, campaign.id, { format: 'xlsx' })
    const files = unzipSync(bytes)
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).not.toContain('<f>')
    expect(sheet).toMatch(/s="2" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK/)
    expect(strFromU8(files['xl/styles.xml'] ?? new Uint8Array())).toContain('<xf quotePrefix="1"/>')
  })
})

const documentAt = (key: string) => ({
  id: 'doc-1',
  question: 'pieces',
  section: { name: 'simples', title: 'simples', role: 'saisie-activite' },
  name: 'statuts.pdf',
  type: 'application/pdf',
  size: 20,
  status: 'kept',
  givenAt: '2026-06-09T12:00:00.000Z',
  givenBy: 'Claire Martin',
  key,
})

/** An export that was asked for and that nothing writes. */
const unwritten = ({ id }: Campaign, i: number): Export => ({
  id: `${id}.${i}`,
  campaignId: id,
  format: 'csv',
  filter: {},
  by: 'Personne',
  askedAt: '2026-06-10T08:00:00.000Z',
  lastVersion: 1,
  fileName: 'rien.csv',
  goneAt: '2026-06-17T08:00:00.000Z',
  expiresAt: 1_781_683_200,
})

const tableOf = (data: readonly (readonly unknown[])[] = []) => {
  const [header = [], ...rows] = data
  const codes = header.map((title) => /\[([^[\]]+)\]$/.exec(String(title))?.[1] ?? String(title))
  return rows.map((row) => Object.fromEntries(row.map((cell, i) => [codes[i], cell])))
}

describe('a JSON export', () => {
  it('holds the answers exactly as they were transmitted', async () => {
    const { bytes } = await exported(agent, campaign.id, { format: 'json' })
    const { dossiers, dictionnaire } = JSON.parse(bytes.toString())
    expect(dossiers.map(({ reponses }: { reponses: unknown }) => reponses)).toEqual([
      first,
      { ...first, code: 7, ajoutee: 'oui' },
      null,
    ])
    expect(dictionnaire).toContainEqual(expect.objectContaining({ code: 'prix', type: 'Montant en euros' }))
  })
})

describe('an archive of PDF', () => {
  it('holds one for each dossier that was transmitted, with its documents, and says which are missing', async () => {
    const statuts = Buffer.from('%PDF-1.7 Les statuts')
    await putFile('kept/ancien/doc-1', statuts, 'application/pdf')
    for (const subject of ['ancien', 'nouveau'])
      await putItem(keys.document(`${campaign.id}.${subject}`, 'doc-1'), documentAt(`kept/${subject}/doc-1`))
    const { bytes, dossiers } = await exported(agent, campaign.id, { format: 'pdf' })
    // Of three: one has sent nothing.
    expect(dossiers).toBe(2)
    const files = unzipSync(bytes)
    expect(Object.keys(files)).toEqual([
      'Association Belledonne - Projet ancien (ancien)/reponses.pdf',
      'Association Belledonne - Projet ancien (ancien)/documents/1 - statuts.pdf',
      'Association Belledonne - Projet nouveau (nouveau)/reponses.pdf',
      'Association Belledonne - Projet nouveau (nouveau)/documents/1 - statuts.pdf (introuvable).txt',
    ])
    // As old as what was received, 9 June 2026 at 14:32:02, rather than of 1980.
    expect(bytes.readUInt16LE(12)).toBe(((2026 - 1980) << 9) | (6 << 5) | 9)
    expect(bytes.readUInt16LE(10)).toBe((14 << 11) | (32 << 5) | 1)
    expect(strFromU8(Object.values(files)[1] ?? new Uint8Array())).toBe('%PDF-1.7 Les statuts')
    const words = wordsOf(Buffer.from(Object.values(files)[0] ?? [])).replaceAll(/\s+/g, ' ')
    for (const word of [
      'Projet ancien',
      '1 234,50 €',
      'statuts.pdf',
      '2 septembre 2024',
      'Élodie',
      'version 1',
    ])
      expect(words).toContain(word)
  })

  it('is told one by one to whoever may read the dossier', async () => {
    const partner = await platform.as('partenaire@asso-belledonne.test')
    const one = await partner.get(`/responses/${campaign.id}.ancien/answers.pdf`)
    expect(one.status).toBe(200)
    expect(one.headers.get('content-type')).toBe('application/pdf')
    const nothing = await partner.get(`/responses/${campaign.id}.rien/answers.pdf`)
    expect(nothing.body.detail).toBe('Rien n’a encore été transmis pour ce dossier.')
  })
})

describe('an export', () => {
  it('holds the dossiers that a filter lets through', async () => {
    const byStatus = await exported(agent, campaign.id, { format: 'csv', filter: { statuses: ['called'] } })
    expect(csvRows(byStatus.bytes).map(({ projet }) => projet)).toEqual(['Projet rien'])
    const bySearch = await exported(agent, campaign.id, {
      format: 'csv',
      filter: { search: 'NOUVEAU belle' },
    })
    expect(csvRows(bySearch.bytes).map(({ projet }) => projet)).toEqual(['Projet nouveau'])
    expect(bySearch.dossiers).toBe(1)
  })

  it.each<[RowFilter, string[]]>([
    [{ situation: 'urgent', statuses: ['called'] }, ['Clas de Belledonne', 'Clas du Val']],
    [{ situation: 'non-commence', organisation: 'asso-belledonne' }, ['Clas de Belledonne']],
    [{ advance: 'moins-50' }, ['Clas des Bauges']],
    [{ organisation: 'commune-lac' }, ['Clas du Lac']],
    [{ flag: 'looks-complete' }, []],
  ])('holds what the list shows under %j', async (filter, projects) => {
    const id = 'bilan-2026-06-10-caf731'
    const path = `/responses/${id}.clas-des-bauges`
    const partner = await platform.as('partenaire@asso-belledonne.test')
    const { revision = 0 } = (await partner.get(path)).body.sections.lieu ?? {}
    const saved = await partner.put(`${path}/sections/lieu`, {
      headers: { 'if-match': `"${revision}"` },
      body: { answers: { quartier: 'Bissy' } },
    })
    expect(saved.status).toBe(200)
    const { items, now } = (await agent.get(`/campaigns/${id}/responses`)).body
    const listed: CampaignRow[] = items
    expect(listed.filter(passing(filter, now)).map(({ projectName }) => projectName)).toEqual(projects)
    const { bytes } = await exported(agent, id, { format: 'csv', filter })
    expect(csvRows(bytes).map(({ projet }) => projet)).toEqual(projects)
  })

  it('refuses a filter that the list does not have, in words', async () => {
    const filter = { situation: 'inconnue', organisation: '../autre' }
    const reply = await agent.post(`/campaigns/${campaign.id}/exports`, { body: { format: 'csv', filter } })
    expect([reply.status, reply.body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      400,
      ['/filter/situation', '/filter/organisation'],
    ])
  })

  it('is listed with who asked for it; asked twice under one key, it is one', async () => {
    const headers = { 'idempotency-key': 'deux-fois' }
    const path = `/campaigns/${campaign.id}/exports`
    const [one, two] = [
      await agent.post(path, { headers, body: { format: 'json' } }),
      await agent.post(path, { headers, body: { format: 'json' } }),
    ]
    expect(two.body.id).toBe(one.body.id)
    const { items } = (await agent.get(path)).body
    expect(items.filter(({ id }: { id: string }) => id === one.body.id)).toMatchObject([
      {
        format: 'json',
        by: (await agent.get('/me')).body.name,
        goneAt: expect.stringMatching(/^2026-06-17T/),
      },
    ])
  })

  it('is refused before the campaign opens, in a format nobody knows, and when five are being written', async () => {
    const path = `/campaigns/${campaign.id}/exports`
    const unknown = await agent.post(path, { body: { format: 'docx' } })
    expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([400, '/format'])
    const draft = await campaignOf([{ ...everyTypeForm, formId: 'a-venir' }], { status: 'draft' })
    const early = await agent.post(`/campaigns/${draft.id}/exports`, { body: { format: 'csv' } })
    expect([early.status, early.body.type]).toEqual([409, expect.stringContaining('campaign-not-open')])
    const busy = await campaignOf([{ ...everyTypeForm, formId: 'occupee' }])
    for (let i = 1; i <= 5; i += 1) await putExport(unwritten(busy, i))
    const sixth = await agent.post(`/campaigns/${busy.id}/exports`, { body: { format: 'csv' } })
    expect([sixth.status, sixth.body.detail]).toEqual([429, expect.stringContaining('Attendez')])
  })

  it('gives its file by the link alone, and never without', async () => {
    const { body } = await agent.post(`/campaigns/${campaign.id}/exports`, { body: { format: 'json' } })
    const stranger = await platform.as('conseiller@caf741.test')
    expect((await stranger.get(`/exports/${body.id}`)).status).toBe(404)
    const bare = await fetch(`${platform.local.origin}/storage/exports/files/${body.id}/${body.fileName}`)
    expect(bare.status).toBe(403)
  })
})
