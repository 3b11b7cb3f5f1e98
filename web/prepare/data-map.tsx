// The « cartographie des données à saisir » as a page: what to gather before filling a form, section by section, with
// who fills each. Written into a document of its own when a version is published.
import type { JSX } from 'preact'
import { dataMapPdfUrl } from '../../forms/addresses.ts'
import type { DataMap } from '../../forms/data-map.ts'
import {
  DATA_MAP_TITLE,
  dataDetails,
  documentDetails,
  neededMark,
  neededText,
  roleShares,
  sectionFacts,
  unbroken,
} from '../../forms/data-map-words.ts'
import { dayText } from '../../forms/dates.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import { Crumbs } from '../shared/crumbs.tsx'
import { Icon } from '../shared/icons.tsx'

type Props = { readonly form: Pick<FormVersion, 'formId' | 'version' | 'publishedAt'>; readonly map: DataMap }

export const DataMapPage = ({ form, map }: Props): JSX.Element => (
  <div class="data-map">
    <Crumbs
      steps={[{ label: 'Accueil', href: '/' }]}
      here={`${map.title} : ${DATA_MAP_TITLE.toLowerCase()}`}
    />
    <h1>{map.title}</h1>
    <p class="lead">
      {DATA_MAP_TITLE} avant de commencer, partie par partie. Comptez environ {map.minutes} minutes une fois
      tout réuni.
    </p>
    <p class="quiet-text">
      Version {form.version}, publiée le {dayText(form.publishedAt, 'Europe/Paris')}. Cette liste vient du
      questionnaire lui-même.
    </p>
    <div class="data-map-files no-print" id="fichiers">
      <a class="btn" href={dataMapPdfUrl({ formId: form.formId, formVersion: form.version })}>
        Ouvrir en PDF
      </a>
    </div>
    <div class="data-map-start">
      {map.toPrepare.length > 0 ? (
        <section class="card" aria-labelledby="sous-la-main">
          <h2 id="sous-la-main">À avoir sous la main</h2>
          <ul class="plain to-gather">
            {map.toPrepare.map((text) => (
              <li key={text}>{unbroken(text)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <section class="card" aria-labelledby="qui-remplit">
        <h2 id="qui-remplit">Qui remplit quoi</h2>
        <dl>
          {roleShares(map).map(({ role, facts, sections }) => (
            <div key={role}>
              <dt>{role}</dt>
              <dd>
                {facts}
                <br />
                <span class="quiet-text">{unbroken(sections.join(' ; '))}</span>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
    {map.sections.map((section, i) => (
      <section key={section.name} class="card" aria-labelledby={`partie-${section.name}`}>
        <h2 id={`partie-${section.name}`}>
          {i + 1}. {section.title}
        </h2>
        <p class="quiet-text section-facts">{unbroken(sectionFacts(section))}</p>
        {section.documents.length > 0 ? (
          <>
            <h3>Documents</h3>
            <ul class="plain to-gather">
              {section.documents.map((item) => (
                <Item key={item.name} item={item} details={documentDetails(item)} />
              ))}
            </ul>
          </>
        ) : null}
        {section.data.length > 0 ? (
          <>
            {section.documents.length > 0 ? <h3>Données</h3> : null}
            <ul class="plain to-gather">
              {section.data.map((item) => (
                <Item key={item.name} item={item} details={dataDetails(item)} />
              ))}
            </ul>
          </>
        ) : null}
      </section>
    ))}
  </div>
)

type Gathered = Parameters<typeof neededText>[0] & {
  readonly title: string
  readonly description?: string | undefined
  readonly notice?: string | undefined
}

const Item = ({ item, details }: { item: Gathered; details: readonly string[] }): JSX.Element => (
  <li>
    <p>
      <strong>{unbroken(item.title)}</strong> <Mark item={item} />
    </p>
    {item.description ? <p>{unbroken(item.description)}</p> : null}
    {item.notice ? <p>{unbroken(item.notice)}</p> : null}
    <p class="quiet-text">{unbroken(`${neededText(item)}. ${details.join(' ')}`)}</p>
  </li>
)

const Mark = ({ item }: { item: Gathered }): JSX.Element | null => {
  const mark = neededMark(item)
  if (!mark) return null
  return item.needed === 'if' ? (
    <span class="tag warn">
      <Icon name="alert" size={16} />
      {mark}
    </span>
  ) : (
    <span class="tag">{mark}</span>
  )
}
