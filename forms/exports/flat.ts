// Everything of a dossier on one line, for a file that has one table only: lists are laid out line by line, as many
// times as the form allows, so that columns do not depend on who answered what.
import type { Item } from '../shape-walk.ts'
import type { Block, Column, Layout } from './columns.ts'

/** The columns of a layout with those of its lists: `collectifs.1.lieu`, `collectifs.2.lieu`… */
export const flatColumns = ({ columns, blocks }: Layout): Column[] => [
  ...columns,
  ...blocks.flatMap((block) => Array.from({ length: block.most }, (_, i) => lineColumns(block, i)).flat()),
]

const lineColumns = (block: Block, i: number): Column[] => [
  ...block.layout.columns.map((column) => ({
    ...column,
    code: `${block.code}.${i + 1}.${column.code}`,
    title: `${block.title} ${i + 1} : ${column.title}`,
    read: (answers: Item) => {
      const line = block.linesOf(answers)[i]
      return line && column.read(line)
    },
  })),
  // A list inside a list: its lines in JSON.
  ...block.layout.blocks.map(
    (inner): Column => ({
      code: `${block.code}.${i + 1}.${inner.code}`,
      title: `${block.title} ${i + 1} : ${inner.title} (JSON)`,
      type: 'text',
      section: '',
      versions: inner.versions,
      choices: [],
      read: (answers) => {
        const line = block.linesOf(answers)[i]
        const lines = line ? inner.linesOf(line) : []
        return lines.length > 0 ? JSON.stringify(lines) : undefined
      },
    }),
  ),
]
