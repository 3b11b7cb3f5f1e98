import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation'

export type Options = Readonly<Record<string, string | boolean | undefined>>

/** An option that must be given. Throws one line when it is not. */
export const needed = (options: Options, name: string): string => {
  const value = options[name]
  if (typeof value === 'string' && value !== '') return value
  throw new Error(`--${name} is missing`)
}

/** What the stacks of a stage say of themselves, by output name. Throws when one of them is not deployed. */
export const outputsOf = async (
  stage: string,
  stacks: readonly ('Data' | 'Api' | 'Web')[],
): Promise<(name: string) => string> => {
  const client = new CloudFormationClient({})
  const described = await Promise.all(
    stacks.map((stack) =>
      client.send(new DescribeStacksCommand({ StackName: `Echeance-${stage}-${stack}` })),
    ),
  )
  const all = new Map(
    described
      .flatMap(({ Stacks }) => Stacks ?? [])
      .flatMap(({ Outputs }) => Outputs ?? [])
      .map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
  )
  return (name) => {
    const value = all.get(name)
    if (value) return value
    throw new Error(
      `The stacks of « ${stage} » have no output « ${name} »: are they deployed by this version?`,
    )
  }
}
