import type { Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasChromium, type Person, useBrowser } from '../support/browser.ts'
import { openResponse, PARTNER, questionsAreLive } from '../support/fill-page.ts'
import { usePlatform } from '../support/server.ts'

describe.skipIf(!hasChromium)('filling a bilan by keyboard alone', () => {
  const platform = usePlatform()
  const browser = useBrowser()

  /** Presses Tab until the keyboard is on this, as somebody does who cannot point. */
  const tabTo = async ({ page }: Person, target: Locator) => {
    for (let i = 0; i < 60; i += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reaches ${target}`)
  }

  test('goes from the first question to the review', async () => {
    const person = await browser.open()
    const { page } = person
    await openResponse(person, platform.local.origin, PARTNER, /^Commencer/)
    const { keyboard } = page
    const type = async (label: string, text: string) => {
      await tabTo(person, page.getByLabel(label).first())
      await keyboard.type(text)
    }
    /** Chooses among radio buttons: the first is under the keyboard, arrows go down. */
    const choose = async (first: string, downs: number) => {
      await tabTo(person, page.getByRole('radio', { name: first }).first())
      await keyboard.press('Space')
      for (let i = 0; i < downs; i += 1) await keyboard.press('ArrowDown')
    }
    const tick = async (name: string) => {
      await tabTo(person, page.getByRole('checkbox', { name, exact: true }))
      await keyboard.press('Space')
    }
    const goOn = async (title: string) => {
      await tabTo(person, page.getByRole('link', { name: /^Continuer/ }))
      await keyboard.press('Enter')
      const heading = page.getByRole('heading', { level: 2, name: title })
      await expect.poll(() => heading.evaluate((it) => it === document.activeElement)).toBe(true)
      await questionsAreLive(person)
    }

    // The RNA is known: it is to be confirmed.
    await tabTo(person, page.getByRole('button', { name: 'Confirmer cette réponse' }).first())
    await keyboard.press('Enter')
    await type('Numéro SIRET', '732 829 320 00074')
    await choose('Centre social', 1)
    const reaap = page
      .getByRole('group', { name: /REAAP/ })
      .or(page.getByRole('radiogroup', { name: /REAAP/ }))
    await tabTo(person, reaap.getByRole('radio', { name: 'Oui' }))
    await keyboard.press('ArrowDown')
    await type('Prénom et nom', 'Camille Martin')
    await type('Fonction', 'Coordinatrice')
    await type('Mél', 'contact@asso-belledonne.test')
    await type('Téléphone', '04 79 12 34 56')
    await goOn('Lieu de l’action')

    await tabTo(person, page.getByRole('combobox', { name: /^Commune/ }))
    await keyboard.type('Grenoble')
    await keyboard.press('Tab')
    await page.getByText(/^Choisissez dans la liste\s: elle ne contient pas «\sGrenoble\s»\.$/).waitFor()
    await expect.poll(() => page.getByRole('combobox', { name: /^Commune/ }).inputValue()).toBe('Grenoble')
    await keyboard.press('Shift+Tab')
    await keyboard.type('albertv')
    await page.getByRole('option', { name: 'Albertville' }).waitFor()
    await keyboard.press('Enter')
    await choose('Urbain', 0)
    await choose('Oui', 1)
    await tick('École')
    await choose('Oui, un projet éducatif territorial', 0)
    await goOn('Âge du public')

    await tick('Élémentaire')
    await tick('CE2')
    await tick('6 à 10 ans')
    await goOn('Participants')

    await tabTo(person, page.getByLabel('ligne Élémentaire, colonne Filles'))
    for (const count of [14, 11, 6, 9, 0, 0]) {
      await keyboard.type(String(count))
      await keyboard.press('Tab')
    }
    await expect.poll(() => page.getByRole('row', { name: /^Ensemble/ }).textContent()).toMatch(/20.*20.*40/)
    await type('Familles accompagnées', '31')
    await type('Intervenants salariés', '2')
    await type('Intervenants vacataires', '1')
    await type('Intervenants bénévoles', '9')
    await goOn('Type d’activités')

    await tick('Aide méthodologique')
    await goOn('Actions réalisées')

    await tabTo(person, page.getByRole('combobox', { name: 'ligne 1, colonne Envers' }))
    await keyboard.press('ArrowDown')
    await type('ligne 1, colonne Description', 'Café des parents.')
    await tabTo(person, page.getByRole('combobox', { name: 'ligne 1, colonne Fréquence' }))
    await keyboard.press('ArrowDown')
    await goOn('Origine de la demande')

    const who = [
      'Les parents',
      'Les enseignants',
      'L’enfant',
      'Les travailleurs',
      'Les éducateurs',
      'Les animateurs',
    ]
    for (const name of who) {
      await tabTo(person, page.getByRole('radio', { name: new RegExp(`^${name}.* : Souvent`) }))
      await keyboard.press('Space')
    }
    await goOn('Bonus et bilan')

    const bonus = (name: string) => page.getByRole('radiogroup', { name }).getByRole('radio', { name: 'Non' })
    for (const name of ['bonus enfants', 'bonus parents']) {
      await tabTo(person, page.getByRole('radiogroup', { name }).getByRole('radio', { name: 'Oui' }))
      await keyboard.press('ArrowDown')
      await expect.poll(() => bonus(name).isChecked()).toBe(true)
    }
    await type('Bilan qualitatif de l’activité', 'Les enfants sont venus chaque semaine.')
    await page.getByText('8 parties complètes sur 8').waitFor()
    await tabTo(person, page.locator('.fill-actions').getByRole('link', { name: 'Relire et transmettre' }))
    await keyboard.press('Enter')
    await page.waitForURL(/\/relire\/\?dossier=/)

    const partner = await platform.as(PARTNER)
    const id = new URL(page.url()).searchParams.get('dossier') ?? ''
    const { sections } = (await partner.get(`/responses/${encodeURIComponent(id)}`)).body
    expect(sections.structure.answers).toMatchObject({
      siret: '73282932000074',
      structure_type: 'association_locale',
      reaap: 'non',
      telephone: '+33479123456',
    })
    expect(sections.structure.answers).not.toHaveProperty('structure_nom')
    expect(sections.lieu.answers).toMatchObject({ commune: '73011', milieu: 'urbain', qpv: 'non' })
    expect(sections.participants.answers.participants).toEqual({
      elementaire: { filles: 14, garcons: 11 },
      college: { filles: 6, garcons: 9 },
      lycee: { filles: 0, garcons: 0 },
    })
    expect(sections.actions.answers.actions).toEqual([
      { envers: 'parents', description: 'Café des parents.', frequence: 'semaine' },
    ])
  })
})
