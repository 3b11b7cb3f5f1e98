import { Duration, RemovalPolicy, SecretValue, Validations } from 'aws-cdk-lib'
import {
  AccountRecovery,
  FeaturePlan,
  LambdaVersion,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  OidcAttributeRequestMethod,
  ProviderAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolEmail,
  UserPoolIdentityProviderOidc,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import { ADD_EMAIL, type CodeOf } from '../bundle.ts'
import type { Settings } from '../settings.ts'
import { ApiFunction } from './api-function.ts'
import { domainOf } from './mail.ts'

type Props = { readonly settings: Settings; readonly codeOf: CodeOf }

/**
 * Who people are: sign-in by a one-time code sent to their e-mail, on Cognito's own pages. No groups: what a person
 * may do lives in the table. Another provider (ProConnect) stands beside it when the settings name one.
 */
export class People extends Construct {
  readonly pool: UserPool
  readonly client: UserPoolClient
  readonly loginDomain: string

  constructor(scope: Construct, id: string, { settings, codeOf }: Props) {
    super(scope, id)
    this.pool = new UserPool(this, 'Pool', {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true } },
      mfa: Mfa.OFF,
      // Cognito's own sender stops at 50 mails a day; ours needs the domain of mailFrom verified beforehand.
      ...(settings.isProd ? { email: senderOf(settings) } : {}),
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: settings.isProd,
      removalPolicy: settings.isProd ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
    const addEmail = new ApiFunction(this, 'AddEmail', {
      code: codeOf(ADD_EMAIL),
      memoryMB: 128,
      timeoutSeconds: 5,
      environment: {},
      isProd: settings.isProd,
    })
    this.pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, addEmail, LambdaVersion.V2_0)
    const federated = this.federation(settings)
    this.client = this.pool.addClient('Web', {
      generateSecret: false,
      authFlows: { user: true, userSrp: true },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(12),
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO, ...federated],
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${settings.siteOrigin}/connexion/retour/`],
        logoutUrls: [`${settings.siteOrigin}/`],
      },
    })
    const domain = this.pool.addDomain('Login', {
      cognitoDomain: { domainPrefix: `echeance-${settings.stage}-${this.node.addr.slice(-8)}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    })
    this.loginDomain = domain.baseUrl()
    Validations.of(this.pool).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason:
          'Sign-in is by a one-time code on the e-mail; a second factor on the same e-mail would add nothing.',
      },
      {
        id: 'AwsSolutions-COG3',
        reason:
          'Threat protection needs the Plus plan; one-time codes leave no password to guess or to reuse.',
      },
      {
        id: 'AwsSolutions-COG8',
        reason: 'The Essentials plan holds all that is used: one-time codes, managed login.',
      },
    )
  }

  private federation({ federation }: Settings): UserPoolClientIdentityProvider[] {
    if (!federation) return []
    const provider = new UserPoolIdentityProviderOidc(this, 'Federation', {
      userPool: this.pool,
      name: federation.name,
      issuerUrl: federation.issuer,
      clientId: federation.clientId,
      clientSecret: SecretValue.secretsManager(federation.secretName).unsafeUnwrap(),
      attributeRequestMethod: OidcAttributeRequestMethod.GET,
      scopes: ['openid', 'email'],
      attributeMapping: {
        email: ProviderAttribute.other('email'),
        custom: { email_verified: ProviderAttribute.other('email_verified') },
      },
    })
    return [UserPoolClientIdentityProvider.custom(provider.providerName)]
  }
}

const senderOf = ({ mailFrom, region }: Settings): UserPoolEmail =>
  UserPoolEmail.withSES({
    fromEmail: mailFrom,
    fromName: 'Échéance',
    sesVerifiedDomain: domainOf(mailFrom),
    sesRegion: region,
  })
