// Repeated blocks that begin with one for everybody, with questions that must be answered: whoever has none must think of
// taking it out. One that is shown under a condition is for those who have some.
import { asks, calledOf, type Reading, type Spot, setting, type Told } from './reading.ts'

export const blocksIn = ({ spots }: Reading): Told[] =>
  spots
    .filter((block) => block.type === 'paneldynamic' && block.kind === 'question' && isForAll(block))
    .filter(({ json }) => count(json.panelCount) > 0 && count(json.minPanelCount) === 0)
    .flatMap((block): Told[] => {
      const must = spots.find((spot) => spot.around.includes(block) && asks(spot) && isAlways(spot, block))
      return must
        ? [
            {
              check: 'trapping-block',
              path: [...block.path, 'panelCount'],
              question: block.name,
              detail: `« ${calledOf(block)} » commence avec un bloc déjà ouvert, où « ${calledOf(must)} » est obligatoire : qui n’en a aucun doit penser à le retirer.`,
              fix: setting([...block.path, 'panelCount'], 0, 'Commencer sans élément'),
            },
          ]
        : []
    })

const isForAll = ({ json, around }: Spot): boolean =>
  json.isRequired !== true &&
  json.readOnly !== true &&
  [json, ...around.map((one) => one.json)].every(({ visibleIf }) => visibleIf === undefined)

/** Whether it must be answered in each block, whatever is answered there. */
const isAlways = ({ json, around }: Spot, block: Spot): boolean =>
  json.isRequired === true &&
  [json, ...around.slice(around.indexOf(block) + 1).map((one) => one.json)].every(
    ({ visibleIf }) => visibleIf === undefined,
  )

const count = (json: Spot['json'][string] | undefined): number => (typeof json === 'number' ? json : 0)
