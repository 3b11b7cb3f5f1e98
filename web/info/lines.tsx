import type { JSX } from 'preact'

const linesOf = (text: string): string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '')

/** A text of several lines as a list, of one as a paragraph. Its addresses are links. */
export const Lines = ({ text }: { text: string }): JSX.Element => {
  const lines = linesOf(text)
  const [only = ''] = lines
  if (lines.length <= 1) return <p>{linked(only)}</p>
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{linked(line)}</li>
      ))}
    </ul>
  )
}

/** The same as paragraphs. */
export const Paragraphs = ({ text }: { text: string }): JSX.Element => (
  <>
    {linesOf(text).map((line) => (
      <p key={line}>{linked(line)}</p>
    ))}
  </>
)

const linked = (line: string): (string | JSX.Element)[] =>
  line.split(/(https:\/\/[^\s<>"«»]+[^\s<>"«».,;:])/).map((part, i) =>
    i % 2 === 1 ? (
      <a key={part} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  )
