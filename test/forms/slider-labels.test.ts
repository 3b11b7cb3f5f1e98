import { describe, expect, it } from 'vitest'
import type { Edit } from '../../forms/editing/edit.ts'
import { patched } from '../../forms/editing/edit.ts'
import {
  addSliderLabel,
  removeSliderLabel,
  setSliderLabelText,
  sliderLabels,
} from '../../forms/editing/slider-labels.ts'
import type { Content } from '../../forms/editing-wire.ts'

const AT = '/definition/pages/0/elements/0'
const made: Content = {
  definition: { pages: [{ name: 'p', elements: [{ type: 'slider', name: 's', min: 0, max: 10 }] }] },
  info: {},
}
const done = (content: Content, edit: Edit | undefined): Content => {
  if (!edit) throw new Error('no edit')
  return patched(content, edit.patch)
}

describe('the marks of a slider', () => {
  it('are numbers, each once, with words or alone; with the last one their list goes', () => {
    const two = done(
      done(made, addSliderLabel(made, AT, 0)),
      addSliderLabel(done(made, addSliderLabel(made, AT, 0)), AT, 10),
    )
    expect(sliderLabels(two, AT)).toEqual([
      { value: 0, text: '' },
      { value: 10, text: '' },
    ])
    expect(addSliderLabel(two, AT, 10)).toBeUndefined()
    const said = done(two, setSliderLabelText(two, AT, 1, 'beaucoup'))
    expect(JSON.stringify(said.definition)).toContain('"customLabels":[0,{"value":10,"text":"beaucoup"}]')
    const silent = done(said, setSliderLabelText(said, AT, 1, ''))
    expect(sliderLabels(silent, AT)[1]).toEqual({ value: 10, text: '' })
    const one = done(said, removeSliderLabel(said, AT, 0))
    expect(sliderLabels(one, AT)).toEqual([{ value: 10, text: 'beaucoup' }])
    expect(done(one, removeSliderLabel(one, AT, 0))).toEqual(made)
  })
  it('keep what else is said of them', () => {
    const mark = { value: 5, text: { default: 'half', fr: 'moitié' }, visibleIf: '{a} = 1' }
    const content: Content = {
      ...made,
      definition: {
        pages: [{ name: 'p', elements: [{ type: 'slider', name: 's', customLabels: [mark, 'x'] }] }],
      },
    }
    expect(sliderLabels(content, AT)).toEqual([{ value: 5, text: 'moitié' }, undefined])
    const next = done(content, setSliderLabelText(content, AT, 0, 'au milieu'))
    expect(JSON.stringify(next.definition)).toContain(
      '{"value":5,"visibleIf":"{a} = 1","text":{"default":"half","fr":"au milieu"}}',
    )
  })
})
