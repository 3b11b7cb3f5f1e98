import type { JSX } from 'preact'

type Option = { readonly value: string; readonly title: string; readonly page: string }

/** The options of a list, under the page that each is of. */
export const OptionsByPage = ({ options }: { options: readonly Option[] }): JSX.Element => (
  <>
    {[...Map.groupBy(options, ({ page }) => page)].map(([page, own]) => (
      <optgroup key={page} label={page}>
        {own.map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </optgroup>
    ))}
  </>
)
