import { useState, type ReactNode } from 'react';
import { Button } from '../../../renderer/ui/button';
import { DateTimeField } from '../../../renderer/ui/date-time-field';
import { FilterChip } from '../../../renderer/ui/filter-chip';
import { IconButton } from '../../../renderer/ui/icon-button';
import { IconColumns, IconExport, IconPlus, IconRefresh, IconRows } from '../../../renderer/ui/icons/actions';
import { InstantText } from '../../../renderer/ui/instant-text';
import { MoneyField } from '../../../renderer/ui/money-field';
import { MoneyText } from '../../../renderer/ui/money-text';
import { MultiSelectList } from '../../../renderer/ui/multi-select-list';
import { Notice } from '../../../renderer/ui/notice';
import { SearchField } from '../../../renderer/ui/search-field';
import { SelectField } from '../../../renderer/ui/select-field';
import { SidePanel } from '../../../renderer/ui/side-panel';
import { Stat } from '../../../renderer/ui/stat';
import { StatusChip } from '../../../renderer/ui/status-chip';
import { TextField } from '../../../renderer/ui/text-field';
import { Toolbar, ToolbarSeparator, ToolbarSpacer } from '../../../renderer/ui/toolbar';
import { LinksGrid } from './links-grid';
import { now, sampleLink } from './sample-links';

const link = sampleLink(3);

function EditForm({ isArabic }: { readonly isArabic: boolean }): ReactNode {
  const word = (en: string, ar: string): string => (isArabic ? ar : en);
  const [amount, setAmount] = useState('1234.500');
  const [expiry, setExpiry] = useState<number | undefined>(now + 4 * 86_400_000);
  const [text, setText] = useState(word('Invoice 2026-118', 'فاتورة 2026-118'));
  return (
    <form className="workbench-form">
      <Notice tone="info" title={word('Checked 2 minutes ago', 'تم التحقق قبل دقيقتين')} />
      <TextField label={word('Order text', 'وصف الطلب')} value={text} onChange={setText} />
      <MoneyField label={word('Amount', 'المبلغ')} currency="KWD" value={amount} onChange={setAmount} />
      <DateTimeField
        label={word('Expires', 'تنتهي الصلاحية')}
        value={expiry}
        timeZone="Asia/Kuwait"
        onChange={setExpiry}
        description={word('In 4 days, before the weekend', 'بعد 4 أيام، قبل عطلة نهاية الأسبوع')}
      />
      <SelectField
        label={word('Status', 'الحالة')}
        options={[
          { id: 'open', label: word('Open', 'مفتوح') },
          { id: 'closed', label: word('Closed', 'مغلق') },
        ]}
        value="open"
        onChange={() => undefined}
      />
      <TextField
        label={word('Customer e-mail', 'البريد الإلكتروني للعميل')}
        value="ap@alnoor.example"
        dir="ltr"
        onChange={() => undefined}
        error={word('The provider does not change this.', 'لا يغيّر مزوّد الخدمة هذا الحقل.')}
      />
    </form>
  );
}

/** The main screen of ui.md's wireframe, made of the parts alone. */
export function Workbench({ isArabic }: { readonly isArabic: boolean }): ReactNode {
  const word = (en: string, ar: string): string => (isArabic ? ar : en);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(['open', 'expired']);
  return (
    <main className="workbench">
      <div className="workbench-top">
        <div className="workbench-line">
          <h1>{word('Payment links', 'روابط الدفع')}</h1>
          <SearchField
            label={word('Search', 'بحث')}
            placeholder={word('Search reference, customer, e-mail', 'ابحث بالمرجع أو العميل أو البريد')}
            value={search}
            onChange={setSearch}
            shortcut="/"
          />
          <Button icon={<IconRefresh />}>{word('Refresh', 'تحديث')}</Button>
          <Button icon={<IconExport />}>{word('Export…', 'تصدير…')}</Button>
          <Button variant="primary" icon={<IconPlus />}>
            {word('New link', 'رابط جديد')}
          </Button>
        </div>
        <Toolbar label={word('Filters', 'عوامل التصفية')}>
          <FilterChip
            field={word('Status', 'الحالة')}
            summary={word('Open, Expired', 'مفتوح، منتهي الصلاحية')}
            onClear={() => undefined}
          >
            <MultiSelectList
              label={word('Status', 'الحالة')}
              options={[
                { id: 'open', label: word('Open', 'مفتوح'), count: 41_204 },
                { id: 'paid', label: word('Paid', 'مدفوع'), count: 61_870 },
                { id: 'expired', label: word('Expired', 'منتهي الصلاحية'), count: 12_001 },
              ]}
              value={chosen}
              onChange={setChosen}
            />
          </FilterChip>
          <FilterChip field={word('Currency', 'العملة')} summary="KWD" onClear={() => undefined}>
            {null}
          </FilterChip>
          <FilterChip field={word('Expires', 'تنتهي في')}>{null}</FilterChip>
          <FilterChip field={word('Amount', 'المبلغ')}>{null}</FilterChip>
          <Button variant="quiet" size="small">
            {word('Clear all', 'مسح الكل')}
          </Button>
          <ToolbarSpacer />
          <span>{word('128,412 of 1,000,000', '128,412 من 1,000,000')}</span>
          <ToolbarSeparator />
          <IconButton label={word('Columns', 'الأعمدة')} icon={<IconColumns />} />
          <IconButton label={word('Density', 'الكثافة')} icon={<IconRows />} />
        </Toolbar>
      </div>
      <LinksGrid
        rowCount={128_412}
        density="normal"
        isArabic={isArabic}
        latencyMs={0}
        activeRow={3}
        initialSelection={{ mode: 'only', keys: new Set([2, 3, 6, 7]) }}
      />
      <SidePanel
        label={word('Details', 'التفاصيل')}
        title={<bdi>{link.reference}</bdi>}
        onClose={() => undefined}
        header={
          <div className="workbench-line">
            <StatusChip status={link.status} />
            <MoneyText amountMinor={link.amountMinor} currency={link.currency} />
            <InstantText at={link.expiresAt} timeZone="Asia/Kuwait" now={now} show="relative" />
          </div>
        }
        footer={
          <>
            <Button>{word('Revert', 'تراجع')}</Button>
            <Button variant="primary" shortcut="Ctrl S">
              {word('Review change', 'مراجعة التعديل')}
            </Button>
          </>
        }
      >
        <EditForm isArabic={isArabic} />
      </SidePanel>
      <div className="workbench-bottom">
        <Stat label={word('Selected', 'المحدد')}>4</Stat>
        <Stat label={word('Total', 'المجموع')}>
          <MoneyText amountMinor={1_204_331_250} currency="KWD" />
        </Stat>
        <Stat label={word('Total', 'المجموع')}>
          <MoneyText amountMinor={8_810_200} currency="USD" />
        </Stat>
        <ToolbarSpacer />
        <Button variant="quiet">{word('Clear', 'مسح')}</Button>
        <Button variant="primary">{word('Change expiry…', 'تغيير تاريخ الانتهاء…')}</Button>
      </div>
    </main>
  );
}
