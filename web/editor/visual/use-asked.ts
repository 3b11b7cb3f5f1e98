import { useContext, useEffect, useState } from 'preact/hooks'
import * as z from 'zod'
import { definitionUrl } from '../../../forms/addresses.ts'
import { readDefinition } from '../../../forms/definition.ts'
import { pathsIn } from '../../../forms/moving/renames.ts'
import { FormVersion } from '../../../forms/nouns/form.ts'
import { publishedDefinition } from '../../shared/published.ts'
import { AskingContext } from '../asking.ts'
import type { Campaign } from '../running.ts'

/** The campaigns whose version asks one of these: a question by its path, a choice or row by its path and value. */
export const useAsked = (places: readonly string[]): readonly Campaign[] => {
  const { campaigns } = useContext(AskingContext)
  const [known, setKnown] = useState<ReadonlyMap<string, ReadonlySet<string>>>(new Map())
  useEffect(() => {
    let isGone = false
    Promise.all(campaigns.map(async (one) => [one.id, await placesOf(one)] as const)).then(
      (all) => isGone || setKnown(new Map(all)),
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [campaigns])
  return campaigns.filter(({ id }) => places.some((place) => known.get(id)?.has(place)))
}

const read = new Map<string, Promise<ReadonlySet<string>>>()

/** What a campaign asks, read once: a published version never changes. */
const placesOf = (campaign: Campaign): Promise<ReadonlySet<string>> => {
  const url = definitionUrl(campaign)
  const reading = read.get(url) ?? readPlaces(url)
  read.set(url, reading)
  // Read again at the next turn when it was out of reach.
  reading.catch(() => read.delete(url))
  return reading
}

const readPlaces = async (url: string): Promise<ReadonlySet<string>> => {
  const json = await publishedDefinition(url, new AbortController().signal)
  const definition = z.parse(FormVersion.shape.definition, json)
  return pathsIn(readDefinition({ definition }).questions)
}
