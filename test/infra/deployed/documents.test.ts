// A document on the deployed platform: put straight into the emulator's S3 at the address that a function signed.
// The emulator checks no signature: what an address refuses is proved on one machine (test/api/documents.test.ts).
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, localDay } from '../../../forms/deadline.ts'
import { putOrganisation } from '../../../functions/store/organisations.ts'
import { AGENT, OTHER_AGENT, PARTNER, useDeployed } from '../../support/deployed.ts'
import { announce, check, documentForm, give, named, pdf, program, put } from '../../support/documents.ts'
import { openCampaign } from '../../support/two-roles.ts'

const aws = useDeployed()
let path = ''

beforeAll(async () => {
  await putOrganisation({ id: 'asso-belledonne', name: 'Association Belledonne', cafIds: ['caf731'] })
  const today = localDay(new Date().toISOString(), 'Europe/Paris')
  const days = { firstDay: today, lastDay: addDays(today, 30) }
  const { id } = await openCampaign(documentForm('pieces'), days)
  const body = { organisationId: 'asso-belledonne', projectName: 'Pièces' }
  const started = await aws.as(PARTNER).post(`/campaigns/${id}/responses`, { body })
  expect(started.status).toBe(201)
  path = `/responses/${started.body.id}`
})

describe('a document', () => {
  it('is uploaded to the bucket, checked by its content, named in answers and read again', async () => {
    const partner = aws.as(PARTNER)
    const announced = await announce(partner, path, { name: 'Statuts "signés" 🎒.pdf', bytes: pdf() })
    expect(announced.status).toBe(201)
    const { id } = announced.body.document
    expect((await check(partner, path, id)).body.type).toBe('/problems/document-not-received/')
    expect((await put(announced, pdf())).status).toBe(200)
    const checked = await check(partner, path, id)
    expect([checked.status, checked.body.document.status]).toEqual([200, 'kept'])
    const answers = { statuts: [named(checked.body.document)] }
    const saved = await partner.put(`${path}/sections/activite`, {
      headers: { 'if-match': '"0"' },
      body: { answers },
    })
    expect(saved.status).toBe(200)
    const { body } = await aws.as(AGENT).get(`${path}/documents/${id}`)
    const served = await fetch(body.url, { headers: body.headers })
    expect([served.status, await served.text()]).toEqual([200, pdf().toString()])
    expect(served.headers.get('content-disposition')).toMatch(/^attachment; /)
    expect((await aws.as(OTHER_AGENT).get(`${path}/documents/${id}`)).status).toBe(404)
  })

  it('is refused and removed when it is a program, and taken again from the folder', async () => {
    const partner = aws.as(PARTNER)
    const refused = await give(partner, path, { name: 'Facture.pdf', bytes: program() })
    expect([refused.status, refused.body.type]).toEqual([422, '/problems/document-refused/'])
    const { items } = (await partner.get('/organisations/asso-belledonne/documents')).body
    expect(items).toHaveLength(1)
    const from = { response: items[0].response, document: items[0].document }
    const taken = await partner.post(`${path}/documents`, { body: { question: 'comptes', from } })
    expect([taken.status, taken.body.document?.status]).toEqual([201, 'kept'])
    expect((await partner.del(`${path}/documents/${taken.body.document.id}`)).status).toBe(204)
  })
})
