import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField, Text } from 'react-aria-components';
import { CheckMark } from './check-mark';
import styles from './checkbox.module.css';

export interface CheckboxProps {
  readonly isSelected: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children?: ReactNode;
  /** The name, where no text stands beside the box. */
  readonly 'aria-label'?: string;
  readonly description?: ReactNode;
  readonly isIndeterminate?: boolean;
  readonly isDisabled?: boolean;
}

/** Something that is on or off. */
export function Checkbox({ children, description, ...rest }: CheckboxProps): ReactNode {
  return (
    <CheckboxField {...rest} className={styles['option'] ?? ''}>
      <CheckboxButton className={styles['button'] ?? ''}>
        {({ isSelected, isIndeterminate }) => (
          <>
            <CheckMark isSelected={isSelected} isIndeterminate={isIndeterminate} />
            {children !== undefined && <span>{children}</span>}
          </>
        )}
      </CheckboxButton>
      {description !== undefined && (
        <Text slot="description" className={styles['description'] ?? ''}>
          {description}
        </Text>
      )}
    </CheckboxField>
  );
}
