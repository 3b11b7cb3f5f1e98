import { RemovalPolicy, Validations } from 'aws-cdk-lib'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import type { Settings } from '../settings.ts'

type Props = { readonly settings: Settings }

/**
 * The P-256 keys that sign receipts, in the order they were made; one of them is in use. None is ever deleted:
 * what it signed stays verifiable by its public key, which `operate publish-keys` publishes.
 */
export class ReceiptKeys extends Construct {
  readonly all: readonly Key[]
  readonly inUse: Key

  constructor(scope: Construct, id: string, { settings }: Props) {
    super(scope, id)
    this.all = Array.from({ length: settings.receiptKeys }, (_, i) => this.make(i + 1))
    const inUse = this.all[settings.signWith - 1]
    if (!inUse) throw new Error('settings.ts lets signWith name a key that is not made')
    this.inUse = inUse
  }

  private make(number: number): Key {
    const key = new Key(this, `Key${number}`, {
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      description: `Échéance: signs receipts (key ${number})`,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    Validations.of(key).acknowledge({
      id: 'AwsSolutions-KMS5',
      reason: 'KMS does not rotate asymmetric keys; infra/aws/operating.md says how a new key takes over.',
    })
    return key
  }
}
