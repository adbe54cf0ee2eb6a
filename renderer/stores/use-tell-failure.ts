import { useCallback } from 'react';
import { toBridgeError } from '../bridge/bridge-error';
import { useErrorWords } from '../i18n/use-error-words';
import { useDesk } from './desk-context';

/** Tells a failed call as a notice: what happened and what to do next. What the user cancelled is no failure. */
export function useTellFailure(): (thrown: unknown) => void {
  const { notices } = useDesk();
  const words = useErrorWords();
  return useCallback(
    (thrown) => {
      const { code } = toBridgeError(thrown);
      if (code === 'app/cancelled') return;
      const { title, next } = words(code);
      notices.getState().add({ tone: 'error', text: `${title}. ${next}` });
    },
    [notices, words],
  );
}
