import type { Connection, ShaType } from '#domain/provider';
import { secretNamesOf } from '#domain/provider';
import type { SecretsReplacement } from '#contract/connections';
import { isFlawless, judgeFields, type FieldVerdict } from './connection-fields';

/** New secrets as typed: those of the connection's provider count. */
export interface ProofForm {
  readonly shaType: ShaType;
  readonly accessCode: string;
  readonly requestPhrase: string;
  readonly responsePhrase: string;
  readonly username: string;
  readonly password: string;
}

export function emptyProof(connection: Connection): ProofForm {
  return {
    shaType: connection.provider === 'aps' ? connection.shaType : 'SHA-256',
    ...{ accessCode: '', requestPhrase: '', responsePhrase: '' },
    ...{ username: '', password: '' },
  };
}

/** Judges new secrets while they are filled in, as those of a new connection are. */
export function judgeProof(
  form: ProofForm,
  { id: connectionId, provider }: Pick<Connection, 'id' | 'provider'>,
): FieldVerdict & { readonly draft: SecretsReplacement | undefined } {
  const verdict = judgeFields(
    secretNamesOf[provider].map((field) => [field, form[field]]),
    [],
  );
  const { shaType, accessCode, requestPhrase, responsePhrase, username, password } = form;
  const draft: SecretsReplacement =
    provider === 'aps'
      ? { connectionId, shaType, accessCode, requestPhrase, responsePhrase }
      : { connectionId, username, password };
  return { ...verdict, draft: isFlawless(verdict) ? draft : undefined };
}
