import { useState, type ReactNode } from 'react';
import { linkStatuses } from '#domain/payment-link';
import { Button } from '../../../renderer/ui/button';
import { Checkbox } from '../../../renderer/ui/checkbox';
import { Chip } from '../../../renderer/ui/chip';
import { DateField } from '../../../renderer/ui/date-field';
import { DateTimeField } from '../../../renderer/ui/date-time-field';
import { Dialog } from '../../../renderer/ui/dialog';
import { EmptyState } from '../../../renderer/ui/empty-state';
import { IconButton } from '../../../renderer/ui/icon-button';
import { IconCopy, IconEdit, IconMore, IconTrash } from '../../../renderer/ui/icons/actions';
import { IconInbox } from '../../../renderer/ui/icons/signs';
import { MenuButton } from '../../../renderer/ui/menu-button';
import { MoneyField } from '../../../renderer/ui/money-field';
import { Notice } from '../../../renderer/ui/notice';
import { ProgressBar } from '../../../renderer/ui/progress-bar';
import { RadioField } from '../../../renderer/ui/radio-field';
import { SelectField } from '../../../renderer/ui/select-field';
import { Spinner } from '../../../renderer/ui/spinner';
import { StatusChip } from '../../../renderer/ui/status-chip';
import { Tabs } from '../../../renderer/ui/tabs';
import { TextField } from '../../../renderer/ui/text-field';
import { createToastQueue } from '../../../renderer/ui/toast-queue';
import { Toasts } from '../../../renderer/ui/toasts';
import { now } from './sample-links';

const toasts = createToastQueue();
const nothing = (): undefined => undefined;

function Fields(): ReactNode {
  const [text, setText] = useState('');
  const [amount, setAmount] = useState('88');
  const [at, setAt] = useState<number | undefined>(now);
  const [day, setDay] = useState<string | undefined>();
  const [shape, setShape] = useState<'absolute' | 'days' | 'month'>('days');
  return (
    <>
      <section>
        <h2>Fields</h2>
        <TextField label="Name" value={text} onChange={setText} placeholder="Al Noor, sandbox" isOptional />
        <TextField label="Access code" value="zx0IPmPy5jp1vAz" dir="ltr" onChange={nothing} isReadOnly />
        <MoneyField
          label="Amount"
          currency="KWD"
          value={amount}
          onChange={setAmount}
          tidy={(raw) => (raw === '' ? undefined : Number(raw).toFixed(3))}
        />
        <DateTimeField label="Expires" value={at} timeZone="Asia/Kuwait" onChange={setAt} />
        <DateField label="Created after" value={day} onChange={setDay} />
        <TextField label="Note" value={text} onChange={setText} multiline />
      </section>
      <section>
        <h2>Choices</h2>
        <SelectField
          label="Environment"
          options={[
            { id: 'sandbox', label: 'Sandbox', description: 'For trying things out' },
            { id: 'production', label: 'Production', description: 'Real payments' },
          ]}
          value={undefined}
          onChange={nothing}
          error="Choose where this connection leads."
        />
        <RadioField
          label="New expiry"
          options={[
            { id: 'absolute', label: 'A date and time' },
            { id: 'days', label: 'Some days later', description: 'Counted from each link’s own expiry' },
            { id: 'month', label: 'End of month', isDisabled: true },
          ]}
          value={shape}
          onChange={setShape}
        />
        <Checkbox isSelected onChange={nothing} description="Excel then shows Arabic correctly">
          Write a byte order mark
        </Checkbox>
        <Checkbox isSelected={false} isIndeterminate onChange={nothing}>
          All columns
        </Checkbox>
        <Checkbox isSelected={false} isDisabled onChange={nothing}>
          Not offered here
        </Checkbox>
      </section>
    </>
  );
}

function Actions({ onDialog }: { readonly onDialog: () => void }): ReactNode {
  return (
    <section>
      <h2>Actions</h2>
      <div className="sheet-line">
        <Button onPress={onDialog}>Open dialog</Button>
        <Button variant="primary">Save</Button>
        <Button variant="danger">Close 412 links</Button>
        <Button variant="quiet">Cancel</Button>
        <Button isDisabled>Disabled</Button>
        <Button isPending>Sending</Button>
      </div>
      <div className="sheet-line">
        <IconButton label="Copy" icon={<IconCopy />} />
        <IconButton label="Edit" icon={<IconEdit />} variant="plain" />
        <IconButton label="Pinned" icon={<IconEdit />} isPressed />
        <MenuButton
          trigger={<IconButton label="More" icon={<IconMore />} />}
          items={[
            { id: 'copy', label: 'Copy link', icon: <IconCopy />, shortcut: 'Ctrl Shift C' },
            { id: 'edit', label: 'Edit', icon: <IconEdit />, shortcut: 'E' },
            { id: 'line', separator: true },
            { id: 'remove', label: 'Remove from cache', icon: <IconTrash />, tone: 'danger' },
          ]}
          onAction={nothing}
        />
        <Button
          size="small"
          onPress={() =>
            toasts.add({
              tone: 'success',
              text: 'Expiry saved for 412 links.',
              action: { label: 'Undo', onPress: nothing },
            })
          }
        >
          Toast
        </Button>
        <Spinner label="Loading" />
      </div>
      <div className="sheet-line">
        {linkStatuses.map((status) => (
          <StatusChip key={status} status={status} />
        ))}
      </div>
      <div className="sheet-line">
        <Chip onRemove={nothing}>Removable</Chip>
        <Chip tone="danger">3 failed</Chip>
        <Chip tone="success">409 done</Chip>
      </div>
      <ProgressBar label="Sending" value={1204} max={3000} valueLabel="1,204 of 3,000" />
      <ProgressBar label="Connecting" value={0} max={1} isIndeterminate />
      <Tabs
        label="Views"
        tabs={[
          { id: 'details', label: 'Details', content: 'What is known about the link.' },
          { id: 'history', label: 'History', content: 'What was done to it.' },
        ]}
      />
    </section>
  );
}

/** Every part once, to look at and to scan for accessibility. */
export function PartsSheet({ isDialogOpen }: { readonly isDialogOpen: boolean }): ReactNode {
  const [isOpen, setOpen] = useState(isDialogOpen);
  return (
    <main className="sheet">
      <h1 className="visually-hidden">Interface parts</h1>
      <Actions onDialog={() => setOpen(true)} />
      <Fields />
      <section>
        <h2>Messages</h2>
        <Notice tone="info" title="Sample data">
          Nothing here reaches a provider.
        </Notice>
        <Notice tone="success" title="409 links extended" />
        <Notice tone="warning" title="Offline" action={<Button size="small">Try again</Button>}>
          Changes wait in the queue.
        </Notice>
        <Notice tone="error" title="The provider rejected our signature" onDismiss={nothing}>
          Check the request phrase and the SHA type.
        </Notice>
      </section>
      <section>
        <EmptyState
          title="No links match"
          icon={<IconInbox size={22} />}
          action={<Button variant="primary">Clear filters</Button>}
        >
          Try another search, or clear the filters to see all 1,000 links.
        </EmptyState>
      </section>
      <Dialog
        title="Change expiry of 412 links"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button onPress={() => setOpen(false)}>Cancel</Button>
            <Button variant="primary">Extend 409 links</Button>
          </>
        }
      >
        <div className="workbench-form">
          <DateTimeField label="New expiry" value={now} timeZone="Asia/Kuwait" onChange={nothing} />
          <Notice tone="warning" title="3 links cannot be changed">
            They are paid.
          </Notice>
        </div>
      </Dialog>
      <Toasts queue={toasts} />
    </main>
  );
}
