import { surveyLocalization } from 'survey-core'
import 'survey-core/i18n/french'
import { describe, expect, it } from 'vitest'
import { mended } from '../../web/fill/survey-french.ts'

describe('the French of SurveyJS', () => {
  const theirs: Record<string, unknown> = { ...surveyLocalization.locales.fr }
  const ours = mended(theirs)

  it('is written as ours is', () => {
    expect(ours.placeholder).toBe('Choisissez…')
    expect(ours.requiredInAllRowsError).toBe('Une réponse est attendue à chaque ligne.')
    expect(ours.numericMin).toBe('Votre réponse « {0} » doit être supérieure ou égale à {1}.')
    expect(ours.commentText).toBe('S’il vous plaît laissez un commentaire')
  })

  it('has no three dots, straight apostrophe or error without a full stop left', () => {
    expect(Object.keys(ours).length).toBeGreaterThan(80)
    expect(Object.entries(ours).filter(([, text]) => /\.\.\.|'/.test(text))).toEqual([])
    const errors = Object.entries(ours).filter(([name]) => name.endsWith('Error'))
    expect(errors.filter(([, text]) => !/[.!?…}]$/.test(text))).toEqual([])
  })
})
