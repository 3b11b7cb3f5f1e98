// What a check says, as a sentence in which each part is chosen.
import type { JSX } from 'preact'
import type { Check } from '../../../../forms/coherence-rules.ts'
import { NUMBERS } from '../../../../forms/editing/answer-places.ts'
import { isObject } from '../../../../forms/editing/json-pointer.ts'
import { singlePlaces } from '../../../../forms/editing/new-check.ts'
import { placesWords, whenWords } from '../../../../forms/editing/rule-words.ts'
import type { CheckProps } from './check-props.ts'
import { CompareSentence } from './compare-sentence.tsx'
import { Part, PartPanel } from './part.tsx'
import { PlacesPicker } from './places-picker.tsx'
import { SchoolDay } from './school-day.tsx'
import { SentenceNumber } from './sentence-number.tsx'
import { SidePicker } from './side-picker.tsx'
import { SinglePlace } from './single-place.tsx'

export const CheckSentence = (props: CheckProps): JSX.Element => {
  const { check, ...parts } = props
  switch (check.check) {
    case 'compare':
      return <CompareSentence {...parts} check={check} />
    case 'each':
      return <EachSentence {...parts} check={check} />
    case 'school-year':
      return <SchoolYearSentence {...parts} check={check} />
    case 'in-order':
      return <InOrderSentence {...parts} check={check} />
    case 'needs-text':
      return <NeedsTextSentence {...parts} check={check} />
    case 'near-forecast':
      return <NearForecastSentence {...parts} check={check} />
  }
}

type Of<Kind extends Check['check']> = CheckProps<Extract<Check, { check: Kind }>>

const EachSentence = ({ check, ...props }: Of<'each'>): JSX.Element => {
  const { board, questions, open, onChange } = props
  const set = (change: Partial<typeof check>, what: string) => onChange({ ...check, ...change }, what)
  const bound = (key: 'min' | 'max') => (value: number | undefined) => {
    const { [key]: _, ...rest } = check
    onChange(value === undefined ? rest : { ...rest, [key]: value }, 'les bornes')
  }
  const shared = { isReadOnly: board.isReadOnly, isMoney: check.money, mayBeEmpty: true }
  return (
    <>
      <p class="rule-sentence">
        Chaque nombre de{' '}
        <Part {...props} part="values" called="Nombres" words={placesWords(check.values, questions)} /> est
        d’au moins <SentenceNumber label="Au moins" value={check.min} {...shared} onChange={bound('min')} />{' '}
        et d’au plus <SentenceNumber label="Au plus" value={check.max} {...shared} onChange={bound('max')} />
      </p>
      <p class="hint">Laissez vide ce qui n’a pas de limite.</p>
      {open === 'values' ? (
        <PartPanel place={props.place} part="values" label="Nombres à vérifier">
          <PlacesPicker
            {...{ board, questions }}
            kinds={NUMBERS}
            patterns={check.values}
            onChange={(values) => set({ values }, 'ce que vérifie un contrôle')}
          />
        </PartPanel>
      ) : null}
    </>
  )
}

const SchoolYearSentence = ({ check, ...props }: Of<'school-year'>): JSX.Element => {
  const { board, questions, open, onChange } = props
  return (
    <>
      <p class="rule-sentence">
        Chaque date de{' '}
        <Part {...props} part="values" called="Dates" words={placesWords(check.values, questions)} /> est dans
        l’année scolaire du dossier, du{' '}
        <SchoolDay
          label="Début"
          value={check.from}
          isReadOnly={board.isReadOnly}
          onChange={(from) => onChange({ ...check, from }, 'l’année scolaire')}
        />{' '}
        au{' '}
        <SchoolDay
          label="Fin"
          value={check.to}
          isReadOnly={board.isReadOnly}
          onChange={(to) => onChange({ ...check, to }, 'l’année scolaire')}
        />{' '}
        de l’année suivante.
      </p>
      {open === 'values' ? (
        <PartPanel place={props.place} part="values" label="Dates à vérifier">
          <PlacesPicker
            {...{ board, questions }}
            kinds={['date']}
            patterns={check.values}
            onChange={(values) => onChange({ ...check, values }, 'ce que vérifie un contrôle')}
          />
        </PartPanel>
      ) : null}
    </>
  )
}

const InOrderSentence = ({ check, board, questions, onChange }: Of<'in-order'>): JSX.Element => {
  const shared = { board, patterns: singlePlaces(questions, ['date']) }
  return (
    <p class="rule-sentence">
      <SinglePlace
        {...shared}
        label="Première date"
        value={check.first}
        onChange={(first) => onChange({ ...check, first }, 'la première date')}
      />{' '}
      ne vient pas après{' '}
      <SinglePlace
        {...shared}
        label="Seconde date"
        value={check.last}
        onChange={(last) => onChange({ ...check, last }, 'la seconde date')}
      />
    </p>
  )
}

const NeedsTextSentence = ({ check, ...props }: Of<'needs-text'>): JSX.Element => {
  const { board, questions, open, onChange } = props
  return (
    <>
      <p class="rule-sentence">
        Si <Part {...props} part="when" called="Condition" words={whenWords(check.when, questions)} /> alors
        il faut remplir{' '}
        <SinglePlace
          board={board}
          patterns={singlePlaces(questions, ['text'])}
          label="Texte à remplir"
          value={check.text}
          onChange={(text) => onChange({ ...check, text }, 'le texte à remplir')}
        />
      </p>
      {open === 'when' ? (
        <PartPanel place={props.place} part="when" label="Condition">
          <SidePicker
            {...{ board, questions }}
            label="Condition"
            ways={{ sum: 'La somme, si elle n’est pas zéro, de', count: 'Une réponse à' }}
            side={check.when}
            onChange={(when) => {
              if (!('fact' in when)) onChange({ ...check, when }, 'la condition d’un contrôle')
            }}
          />
        </PartPanel>
      ) : null}
    </>
  )
}

const NearForecastSentence = ({ check, board, onChange }: Of<'near-forecast'>): JSX.Element => {
  const { compared } = board.content.info
  const { percent, floor } = check
  const shared = { isReadOnly: board.isReadOnly, mayBeEmpty: false }
  return (
    <>
      <p class="rule-sentence">
        Chaque réponse comparée{' '}
        {isObject(compared) && typeof compared.with === 'string' ? `avec « ${compared.with} » ` : ''}
        s’en écarte d’au plus{' '}
        <SentenceNumber
          label="Écart en pour cent"
          value={percent}
          isMoney={false}
          {...shared}
          onChange={(value) => value && value > 0 && onChange({ ...check, percent: value }, 'l’écart permis')}
        />{' '}
        %. Un écart d’au plus{' '}
        <SentenceNumber
          label="Écart sans importance d’un montant"
          value={floor.money}
          isMoney={true}
          {...shared}
          onChange={(money = 0) => onChange({ ...check, floor: { ...floor, money } }, 'l’écart permis')}
        />{' '}
        pour un montant, ou de{' '}
        <SentenceNumber
          label="Écart sans importance d’un nombre"
          value={floor.count}
          isMoney={false}
          {...shared}
          onChange={(count = 0) => onChange({ ...check, floor: { ...floor, count } }, 'l’écart permis')}
        />{' '}
        pour un nombre, ne compte pas.
      </p>
      <p class="hint">
        {isObject(compared)
          ? 'Ce qui est comparé se choisit dans « Tout le questionnaire ».'
          : 'Ce questionnaire ne se compare à aucun autre : dites d’abord auquel, dans « Tout le questionnaire ».'}
      </p>
    </>
  )
}
