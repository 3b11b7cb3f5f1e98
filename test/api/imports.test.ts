import { beforeAll, describe, expect, it } from 'vitest'
import { runJob } from '../../functions/campaigns/run.ts'
import { armImport, importing } from '../../functions/imports/running.ts'
import { getImport, markConfirmed, putImport } from '../../functions/store/imports.ts'
import { type Caller, usePlatform } from '../support/server.ts'
import { until } from '../support/until.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })

let admin: Caller
let adviser: Caller
beforeAll(async () => {
  admin = await platform.as('administrateur@caf731.test')
  adviser = await platform.as('conseiller@caf731.test')
})

const prepare = (kind: string, text: string) =>
  admin.post('/imports', { body: { kind, fileName: 'liste.csv', text } })

/** Prepares a file that is right, confirms it, and answers what was done. */
const done = async (kind: string, text: string) => {
  const { body: preview } = await prepare(kind, text)
  expect(preview.faults).toEqual([])
  await admin.post(`/imports/${preview.id}/confirmation`)
  return finished(preview.id)
}
const finished = (id: string) =>
  until(
    async () => (await admin.get(`/imports/${id}`)).body,
    ({ status }) => status === 'done',
    60_000,
  )
const namesOf = async (path: string): Promise<string[]> =>
  (await admin.get(path)).body.items.map(({ name }: { name: string }) => name)

const ORGANISATIONS =
  '\ufeffnom;siret;rna;commune\r\nLes Écoliers;512 345 679 00017;;73008\r\nLa Ruche;;W731234567;\r\n'
const PROJECTS =
  'Organisation,Projet,Première année,Dernière année\n51234567900017,Clas du Soir,2026-2027,2029-2030\nW731234567,"Clas ""La Ruche"", Aix",,\n'
const NOTIFIED = 'organisation;projet;annee;collectifs\n51234567900017;clas du soir;2026/2027;3\n'
const CONTACTS =
  'organisation;mel;roles\n51234567900017;Noa@ecoliers.test;administrateur, Saisie activité\nW731234567;alix@ruche.test;tous\n'

describe('an import', () => {
  it('says what each file would do, does it once confirmed, and nothing the second time', async () => {
    const preview = await prepare('organisations', ORGANISATIONS)
    expect([preview.status, preview.body.counts]).toEqual([201, { new: 2, changed: 0, same: 0 }])
    expect(preview.body.items[0]).toEqual({ line: 2, is: 'new', label: 'Les Écoliers' })
    // Nothing has changed yet.
    expect((await prepare('projets', PROJECTS)).body.faulty).toBe(2)

    const counts = []
    for (const [kind, text] of [
      ['organisations', ORGANISATIONS],
      ['projets', PROJECTS],
      ['collectifs', NOTIFIED],
      ['contacts', CONTACTS],
    ] as const) {
      const first = await done(kind, text)
      const again = await done(kind, text)
      counts.push([kind, first.counts.new, first.counts.same, again.counts.new, again.counts.same])
    }
    expect(counts).toEqual([
      ['organisations', 2, 0, 0, 2],
      ['projets', 2, 0, 0, 2],
      ['collectifs', 1, 0, 0, 1],
      ['contacts', 2, 0, 0, 2],
    ])
    expect(await namesOf('/projects')).toContain('Clas "La Ruche", Aix')
    const { items } = (await admin.get('/projects')).body
    const soir = items.find(({ name }: { name: string }) => name === 'Clas du Soir')
    expect(soir).toMatchObject({
      cof: { first: '2026-2027', last: '2029-2030' },
      notifications: { '2026-2027': { collectifs: 3, by: 'Morgan Blanc' } },
    })
    const { people } = (await admin.get(`/organisations/${soir.organisationId}`)).body
    expect(people).toMatchObject([
      { email: 'noa@ecoliers.test', standing: 'invited', roles: ['administrateur', 'saisie-activite'] },
    ])
  })

  it('changes what a file says otherwise, and tells what it was', async () => {
    const preview = await prepare('collectifs', NOTIFIED.replace(';3\n', ';4\n'))
    expect(preview.body.items[0].label).toBe('Clas du Soir, 2026-2027 : 4 collectifs au lieu de 3')
    const years = PROJECTS.replace('2029-2030', '2028-2029')
    expect((await done('projets', years)).counts).toEqual({ new: 0, changed: 1, same: 1 })
  })

  it('of projects is a list that a campaign may call by', async () => {
    const { id } = await done('projets', PROJECTS)
    const body = {
      ...{ formId: 'clas-bilan', title: 'Bilan de rentrée', schoolYear: '2026-2027' },
      ...{ firstDay: '2026-06-10', lastDay: '2026-07-10', audience: { importId: id } },
    }
    const made = await (await platform.as('campagne@caf731.test')).post('/campaigns', { body })
    expect(made.status).toBe(201)
    const called = (await adviser.get(`/campaigns/${made.body.id}/responses`)).body.items
    expect(called.map(({ projectName }: { projectName: string }) => projectName).toSorted()).toEqual([
      'Clas "La Ruche", Aix',
      'Clas du Soir',
    ])
  })

  it('names each faulty line, and is then not to be confirmed', async () => {
    const { status, body } = await prepare(
      'organisations',
      [
        'nom;siret;rna',
        'Bonne;82345671000016;',
        ';;',
        'Mauvais SIRET;11122233344455;',
        'Abrégé;8,23457E+13;',
        'Encore elle;82345671000016;',
        'Sans numéro;;',
        'Déjà ailleurs;;W741000002',
      ].join('\n'),
    )
    expect([status, body.id, body.faulty, body.counts.new]).toEqual([200, undefined, 5, 1])
    const detail = Object.fromEntries(
      body.faults.map((fault: { line: number; detail: string }) => [fault.line, fault.detail]),
    )
    expect(detail[4]).toMatch(/n’existe pas/)
    expect(detail[5]).toMatch(/abrégé ce numéro/)
    expect(detail[6]).toBe('Cette ligne répète la ligne 2.')
    expect(detail[7]).toMatch(/numéro SIRET ou/)
    // Whose it is stays untold.
    expect(detail[8]).toMatch(/déjà inscrite/)
    expect(detail[8]).not.toContain('Léman')
  })

  it('says when a number is already that of another name, and changes nothing of it', async () => {
    const { body } = await prepare('organisations', 'nom;rna\nLes Bons Élèves;W731000001')
    expect(body.counts).toEqual({ new: 0, changed: 0, same: 1 })
    expect(body.notes).toEqual([
      {
        line: 2,
        detail:
          'Ce numéro est déjà celui de « Association Belledonne » : « Les Bons Élèves » n’est pas inscrite. Vérifiez le numéro.',
      },
    ])
    const same = await prepare('organisations', 'nom;rna\nASSOCIATION  BELLEDONNE;W731000001')
    expect(same.body.notes).toEqual([])
  })

  it.each([
    ['projets', 'organisation;projet\n82345671000016;Clas de Rien', /ne suit pas d’organisation/],
    [
      'collectifs',
      'organisation;projet;annee;collectifs\nW731000001;Clas de Rien;2026-2027;1',
      /n’a pas de projet/,
    ],
    [
      'collectifs',
      'organisation;projet;annee;collectifs\nW731000001;Clas des Bauges;2050-2051;1',
      /convention/,
    ],
    [
      'collectifs',
      'organisation;projet;annee;collectifs\nW731000001;Clas des Bauges;2026-2027;3,5',
      /entier/,
    ],
    [
      'contacts',
      'organisation;mel;roles\nW731000001;nom@;chef',
      /adresse n’est pas complète.*« chef » n’est pas/,
    ],
    ['projets', 'organisation;projet;premiere_annee\nW731000001;Clas X;2026-2027', /ou aucune/],
    ['organisations', 'nom;siret\n"Ouvert;82345671000016', /guillemet/],
  ])('refuses a line of %s that cannot be done', async (kind, text, why) => {
    const { body } = await prepare(kind, text)
    expect(body.faults[0]).toMatchObject({ line: 2, detail: expect.stringMatching(why) })
  })

  it('says in French what is too short or too long, and shows the faulty line', async () => {
    const long = 'é'.repeat(201)
    const { body } = await prepare('organisations', `nom;rna\nA;W731234567\n${long};W731234568\n;W731234569`)
    expect(body.faults).toEqual([
      {
        line: 2,
        detail: 'Écrivez le nom de l’organisation en 2 lettres au moins.',
        text: 'A ; W731234567',
      },
      {
        line: 3,
        detail: 'Écrivez le nom de l’organisation en 200 caractères au plus : il y en a 201.',
        text: `${'é'.repeat(160)}…`,
      },
      { line: 4, detail: 'Donnez le nom de l’organisation.', text: 'W731234569' },
    ])
    const projects = await prepare('projets', `organisation;projet\nW731000001;X\nW731000001;${long}`)
    expect(projects.body.faults).toMatchObject([
      { detail: 'Écrivez le nom du projet en 3 lettres au moins.' },
      { detail: 'Écrivez le nom du projet en 200 caractères au plus : il y en a 201.' },
    ])
  })

  it.each([
    ['that is not UTF-8', 'nom;siret\nAssociation des \ufffdcoliers;', /CSV UTF-8/],
    ['without a column', 'nom;numero\nA;1', /colonnes sont : organisation, projet/],
    ['without lines', 'organisation;projet\n', /aucune ligne/],
    ['that is empty', ' \n', /vide/],
    ['with too many lines', `organisation;projet\n${'W731000001;Clas\n'.repeat(2001)}`, /2000 au plus/],
  ])('refuses a file %s in a sentence', async (_, text, why) => {
    const reply = await prepare('projets', text)
    expect([reply.status, reply.body.detail]).toEqual([400, expect.stringMatching(why)])
  })

  it('refuses a file too large to be one, before reading it', async () => {
    const reply = await prepare('projets', 'x'.repeat(300_000))
    expect([reply.status, reply.body.type]).toEqual([413, '/problems/too-large/'])
  })

  it('confirmed twice at once is done once', async () => {
    const { body } = await prepare('organisations', 'nom;rna\nLes Lucioles;W739999991')
    const path = `/imports/${body.id}/confirmation`
    const replies = await Promise.all([admin.post(path), admin.post(path)])
    expect(replies.map(({ status }) => status)).toEqual([202, 202])
    await finished(body.id)
    expect((await prepare('organisations', 'nom;rna\nLes Lucioles;W739999991')).body.counts.same).toBe(1)
  })

  it('tells what others took meanwhile, and does the rest', async () => {
    const text = 'nom;rna\nLes Premiers;W739999992\nLes Seconds;W739999993'
    const { body } = await prepare('organisations', text)
    const { claimIdentity } = await import('../../functions/store/organisations.ts')
    await claimIdentity('une-autre', { rna: 'W739999992' }, { by: 'caf741', joins: false })
    await admin.post(`/imports/${body.id}/confirmation`)
    const after = await finished(body.id)
    expect([after.status, after.counts.new, after.refused.length]).toEqual(['done', 1, 1])
    expect(after.refused[0]).toEqual({ line: 2, detail: expect.stringMatching(/déjà/) })
  })

  it('that a crash left half way is gone on with', async () => {
    const rows = Array.from({ length: 45 }, (_, i) => ({
      line: i + 2,
      cells: { organisation: 'W731000001', projet: `Clas n° ${i + 1}` },
    }))
    const id = 'import-interrompu'
    const at = '2026-06-10T09:00:00.000Z'
    await putImport(
      {
        ...{ id, cafId: 'caf731', kind: 'projets', fileName: '', by: 'Morgan Blanc', preparedAt: at },
        ...{ total: 45, refused: {}, foreseen: { new: 45, changed: 0, same: 0 } },
      },
      rows,
    )
    await markConfirmed(id, { at, by: 'Morgan Blanc' })
    await armImport(await getImport(id))
    await runJob(importing, { campaignId: id, job: 'import', now: at, budgetMs: 0 })
    expect((await admin.get(`/imports/${id}`)).body.status).toBe('running')
    const { handler } = await import('../../functions/scheduled/run-import.ts')
    // biome-ignore lint/suspicious/noExplicitAny: as Lambda calls it
    await handler({ campaignId: id, job: 'import' }, {} as any)
    expect((await admin.get(`/imports/${id}`)).body).toMatchObject({ status: 'done', handled: 45 })
    expect((await namesOf('/projects')).filter((name) => name.startsWith('Clas n°'))).toHaveLength(45)
    const { projects } = (await admin.get('/organisations/asso-belledonne')).body
    expect(projects.find(({ name }: { name: string }) => name === 'Clas n° 45').importIds).toEqual([id])
  })

  it('is for who administers the Caf, and the others of its Caf know of it', async () => {
    const { body } = await prepare('organisations', 'nom;rna\nLes Amis;W739999994')
    expect((await adviser.post('/imports', { body: {} })).status).toBe(403)
    expect((await adviser.post(`/imports/${body.id}/confirmation`)).status).toBe(403)
    const other = await platform.as('conseiller@caf741.test')
    expect((await other.get(`/imports/${body.id}`)).status).toBe(404)
    const { items } = (await admin.get('/imports')).body
    expect(items[0]).toMatchObject({ id: body.id, status: 'prepared', fileName: 'liste.csv', total: 1 })
  })
})
