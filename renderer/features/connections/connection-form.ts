import type { ConnectionDraft } from '#contract/connections';
import { usualApiVersion, type ProviderId, type ShaType } from '#domain/provider';
import { isFlawless, judgeFields, type FieldVerdict, type TextFieldName } from './connection-fields';

/** Where a provider's accounts can live; a custom endpoint is for everything else. */
export const formEnvironmentsOf = {
  aps: ['sandbox', 'production', 'custom'],
  ahrvo: ['production', 'custom'],
} as const satisfies Readonly<Record<ProviderId, readonly string[]>>;
export type FormEnvironment = (typeof formEnvironmentsOf)['aps'][number];

/** What the connection form holds, as typed. Fields of the provider that is not chosen keep what was typed into them. */
export interface ConnectionForm extends Readonly<Record<TextFieldName, string>> {
  readonly provider: ProviderId;
  readonly environment: FormEnvironment;
  readonly shaType: ShaType;
}

export const emptyConnectionForm: ConnectionForm = {
  provider: 'aps',
  environment: 'sandbox',
  shaType: 'SHA-256',
  ...{ name: '', endpoint: '' },
  ...{ merchantIdentifier: '', accessCode: '', requestPhrase: '', responsePhrase: '' },
  ...{ username: '', password: '', merchantId: '', applicationId: '', apiVersion: usualApiVersion },
};

const fieldsOfProvider = {
  aps: ['merchantIdentifier', 'accessCode', 'requestPhrase', 'responsePhrase'],
  ahrvo: ['username', 'password', 'merchantId', 'applicationId', 'apiVersion'],
} as const satisfies Readonly<Record<ProviderId, readonly TextFieldName[]>>;

/** The text fields that count: those of the chosen provider, and the endpoint of a custom environment. */
export function usedFields({ provider, environment }: ConnectionForm): readonly TextFieldName[] {
  return [
    'name',
    ...(environment === 'custom' ? (['endpoint'] as const) : []),
    ...fieldsOfProvider[provider],
  ];
}

/** The form with another provider; an environment that this one does not have becomes its first. */
export function withProvider(form: ConnectionForm, provider: ProviderId): ConnectionForm {
  const environments: readonly FormEnvironment[] = formEnvironmentsOf[provider];
  const environment = environments.includes(form.environment) ? form.environment : environments[0];
  return { ...form, provider, environment: environment ?? 'custom' };
}

export interface ConnectionVerdict extends FieldVerdict {
  /** What can be tested and saved; undefined while a field has a problem. */
  readonly draft: ConnectionDraft | undefined;
}

/** Judges the form while it is filled in. */
export function judgeConnection(form: ConnectionForm, takenNames: readonly string[]): ConnectionVerdict {
  const verdict = judgeFields(
    usedFields(form).map((field) => [field, form[field]]),
    takenNames,
  );
  return { ...verdict, draft: isFlawless(verdict) ? draftOf(form) : undefined };
}

function draftOf(form: ConnectionForm): ConnectionDraft {
  const { provider, environment, endpoint } = form;
  const place = environment === 'custom' ? { endpoint } : {};
  const name = form.name.trim();
  if (provider === 'aps') {
    const { merchantIdentifier, shaType, accessCode, requestPhrase, responsePhrase } = form;
    const proof = { shaType, accessCode, requestPhrase, responsePhrase };
    return { provider, name, environment, ...place, merchantIdentifier, ...proof };
  }
  const { username, password, apiVersion, merchantId, applicationId } = form;
  return {
    ...{ provider, name, environment: environment === 'custom' ? 'custom' : 'production', ...place },
    ...{ username, password, apiVersion },
    ...(merchantId === '' ? {} : { merchantId }),
    ...(applicationId === '' ? {} : { applicationId }),
  };
}
