import type { ReactNode } from 'react';
import { FieldError, Text } from 'react-aria-components';
import styles from './field.module.css';
import { IconError } from './icons/signs';

export interface FieldNotesProps {
  readonly description?: ReactNode;
  readonly error?: string | undefined;
}

/** What stands under a field: its error if there is one, else its description. Both are read with the field. */
export function FieldNotes({ description, error }: FieldNotesProps): ReactNode {
  return (
    <>
      {description !== undefined && error === undefined && (
        <Text slot="description" className={styles['description'] ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles['error'] ?? ''}>
        {error === undefined ? undefined : (
          <>
            <IconError size={14} />
            <span>{error}</span>
          </>
        )}
      </FieldError>
    </>
  );
}
