import type { ErrorCode } from '#domain/app-error';

export const errors = {
  'app/unexpected': {
    title: 'حدث خطأ غير متوقع',
    next: 'أعد المحاولة. إذا تكرر الخطأ فأرسل السجل إلى الدعم.',
  },
  'app/cancelled': { title: 'أُلغيت العملية', next: 'ما أُنجز حتى الآن محفوظ.' },
  'ipc/untrusted-sender': { title: 'رُفض الطلب', next: 'أعد تشغيل التطبيق.' },
  'ipc/bad-request': { title: 'تعذّر فهم الطلب', next: 'راجع القيم التي أدخلتها.' },
  'secrets/keychain-unavailable': {
    title: 'تعذّر الوصول إلى سلسلة مفاتيح النظام',
    next: 'افتح قفلها أو شغّل خدمتها ثم أعد المحاولة. لا تُخزَّن البيانات السرية في أي مكان آخر.',
  },
  'secrets/secret-missing': {
    title: 'لا توجد بيانات سرية محفوظة لهذا الاتصال',
    next: 'افتح الاتصال وأدخلها من جديد.',
  },
  'secrets/secret-invalid': {
    title: 'تعذّر استخدام إحدى البيانات السرية المحفوظة',
    next: 'افتح الاتصال وأدخلها من جديد.',
  },
  'store/unavailable': {
    title: 'تعذّر الوصول إلى قاعدة البيانات المحلية',
    next: 'انتظر لحظة ثم أعد المحاولة.',
  },
  'store/result-closed': { title: 'هذه القائمة لم تعد محدّثة', next: 'أعد تحميل القائمة.' },
  'connection/not-found': { title: 'هذا الاتصال لم يعد موجودًا', next: 'اختر اتصالًا آخر.' },
  'connection/name-taken': { title: 'يوجد اتصال آخر بهذا الاسم', next: 'اختر اسمًا مختلفًا.' },
  'connection/endpoint-refused': {
    title: 'هذا العنوان غير مسموح به',
    next: 'استخدم عنوان https الخاص بالمزوّد.',
  },
  'link/not-found': { title: 'رابط الدفع هذا غير موجود في النسخة المحلية', next: 'حدّث القائمة.' },
  'link/not-editable': { title: 'لا يسمح المزوّد بهذا التعديل', next: 'اطّلع على السبب بجانب الحقل.' },
  'link/changed-since': { title: 'تغيّر الرابط منذ أن فتحته', next: 'قارن بين النسختين ثم قرّر من جديد.' },
  'link/already-so': {
    title: 'الرابط يحمل هذه القيمة أصلًا',
    next: 'لم يُرسَل شيء، فلم يبقَ ما يُفعل.',
  },
  'job/not-found': { title: 'هذه المهمة لم تعد موجودة', next: 'ارجع إلى قائمة المهام.' },
  'job/nothing-to-do': {
    title: 'لا يوجد ما يُغيَّر',
    next: 'كل الروابط المحددة تحمل هذه القيمة أصلًا أو لا تسمح بتغييرها.',
  },
  'job/already-running': { title: 'هذه المهمة قيد التنفيذ', next: 'انتظر حتى تنتهي.' },
  'plan/not-found': {
    title: 'هذه الخطة لم تعد موجودة',
    next: 'أنشئها من جديد، فقد حلّت محلّها خطط أحدث.',
  },
  'import/unreadable': {
    title: 'تعذّرت قراءة الملف',
    next: 'اختر ملف CSV أو XML أو Excel مصدَّرًا من لوحة تحكم المزوّد.',
  },
  'import/missing-column': { title: 'يوجد عمود مطلوب ناقص', next: 'طابق الأعمدة يدويًا.' },
  'import/too-large': { title: 'الملف كبير جدًا', next: 'قسّمه واستورد أجزاءه.' },
  'import/password-protected': {
    title: 'المصنف محمي بكلمة مرور',
    next: 'افتحه في Excel وأزل كلمة المرور (ملف، معلومات، حماية المصنف)، ثم احفظه واستورده من جديد.',
  },
  'import/old-workbook': {
    title: 'المصنف بصيغة قديمة من Excel',
    next: 'افتحه في Excel واحفظه بصيغة xlsx، ثم استورده.',
  },
  'import/cell-too-long': {
    title: 'إحدى خلايا الملف طويلة جدًا',
    next: 'فيها أكثر من 10,000 حرف: ربما تنقص علامة اقتباس قبلها، أو أن الفاصل مختلف.',
  },
  'import/too-complex': {
    title: 'الملف ليس جدولًا بسيطًا',
    next: 'فيه عناصر متداخلة كثيرة أو آلاف الأعمدة. استورد ملفًا فيه صف لكل رابط.',
  },
  'import/expands-too-much': {
    title: 'فتح المصنّف غير آمن',
    next: 'سيتضخم إلى أضعاف حجمه عند فكّه. احفظه من جديد في برنامج الجداول أو بصيغة CSV.',
  },
  'import/not-well-formed': {
    title: 'ملف XML تالف',
    next: 'يخالف قواعد XML أو ينتهي قبل أوانه. صدّره من جديد.',
  },
  'import/doctype-refused': {
    title: 'في ملف XML تعريف DOCTYPE',
    next: 'قد تستدعي مثل هذه الملفات ملفات أخرى، فلا يُقرأ أي منها. صدّره من دونه.',
  },
  'import/wrong-encoding': {
    title: 'نص الملف بترميز آخر',
    next: 'اختر ترميزًا آخر، أو احفظ الملف بترميز UTF-8.',
  },
  'export/too-many-rows': {
    title: 'الروابط أكثر مما يتسع له ملف PDF',
    next: 'يتسع ملف PDF لغاية 50,000 رابط. ضيّق التصفية أو صدّرها في ملف Excel.',
  },
  'export/print-failed': {
    title: 'تعذّرت طباعة الصفحات',
    next: 'أعد المحاولة. إذا تكرر الخطأ فصدّر الروابط في ملف Excel.',
  },
  'export/no-rows': { title: 'لا توجد صفوف للتصدير', next: 'غيّر التصفية أو التحديد.' },
  'file/not-writable': {
    title: 'تعذّرت كتابة الملف',
    next: 'لا يُسمح لك بالكتابة هناك. اختر مجلدًا آخر.',
  },
  'file/read-only': {
    title: 'الملف محمي من الكتابة',
    next: 'اختر اسمًا آخر، أو أزل الحماية من خصائص الملف. بقي الملف القديم كما كان.',
  },
  'file/locked': {
    title: 'الملف مفتوح في برنامج آخر',
    next: 'أغلقه هناك، في Excel مثلًا، ثم أعد المحاولة، أو اختر اسمًا آخر. بقي الملف القديم كما كان.',
  },
  'file/folder-gone': {
    title: 'لم يعد المجلد موجودًا',
    next: 'اختر مجلدًا آخر، أو صِل القرص من جديد. لم يُكتب شيء.',
  },
  'file/disk-full': { title: 'القرص ممتلئ', next: 'أخلِ بعض المساحة ثم أعد المحاولة. لم يُترك أي ملف ناقص.' },
  'audit/broken': {
    title: 'عُدِّل سجل التدقيق من خارج التطبيق',
    next: 'أبقِ الملف كما هو واطلب فحصه.',
  },
  'file/not-found': { title: 'لم يُعثر على الملف', next: 'اختره من جديد.' },
  'provider/unreachable': {
    title: 'تعذّر الوصول إلى المزوّد',
    next: 'تحقق من الشبكة. تبقى التعديلات في قائمة الانتظار حتى ذلك الحين.',
  },
  'provider/timeout': { title: 'لم يردّ المزوّد في الوقت المحدد', next: 'أعد المحاولة بعد لحظات.' },
  'provider/rate-limited': {
    title: 'يطلب المزوّد الإبطاء',
    next: 'يُستأنف العمل تلقائيًا بعد التوقف المؤقت.',
  },
  'provider/server-error': { title: 'حدث عطل لدى المزوّد', next: 'أعد المحاولة لاحقًا.' },
  'provider/signature-rejected': {
    title: 'رفض المزوّد توقيعنا',
    next: 'راجع عبارة الطلب ونوع SHA في إعدادات الاتصال.',
  },
  'provider/credentials-rejected': {
    title: 'رفض المزوّد بيانات الاعتماد',
    next: 'اختبر الاتصال: يذكر لك القيم التي عليك مراجعتها.',
  },
  'provider/answer-not-genuine': {
    title: 'الرد غير موقَّع من المزوّد',
    next: 'لم يتغيّر شيء هنا. راجع عبارة الرد في إعدادات الاتصال.',
  },
  'provider/answer-unreadable': {
    title: 'تعذّرت قراءة رد المزوّد',
    next: 'أعد المحاولة. إذا تكرر الخطأ فأرسل السجل إلى الدعم.',
  },
  'provider/link-not-found': {
    title: 'لا يعرف المزوّد هذا الرابط',
    next: 'تأكد من أن الرابط يتبع هذا الاتصال.',
  },
  'provider/link-already-paid': { title: 'هذا الرابط مدفوع', next: 'لا يمكن تعديل رابط مدفوع.' },
  'provider/link-already-open': { title: 'هذا الرابط مفتوح أصلًا', next: 'لا حاجة إلى أي إجراء.' },
  'provider/expiry-refused': {
    title: 'رفض المزوّد تاريخ الانتهاء',
    next: 'اختر تاريخًا ووقتًا لاحقين.',
  },
  'provider/amount-refused': { title: 'رفض المزوّد المبلغ', next: 'راجع المبلغ ومنازله العشرية.' },
  'provider/currency-refused': { title: 'رفض المزوّد العملة', next: 'استخدم عملة يقبلها حسابك.' },
  'provider/reference-refused': {
    title: 'رفض المزوّد مرجع التاجر',
    next: 'استخدم مرجعًا لم يُستخدم من قبل.',
  },
  'provider/refused': { title: 'رفض المزوّد الطلب', next: 'اطّلع على رسالة المزوّد.' },
  'provider/not-applied': {
    title: 'قبل المزوّد الطلب لكنه لم ينفّذ التعديل',
    next: 'تحقق من الرابط ثم أعد المحاولة.',
  },
  'provider/outcome-unknown': {
    title: 'لا نعلم هل نُفِّذ التعديل أم لا',
    next: 'تحقق من الرابط قبل إعادة المحاولة.',
  },
} as const satisfies Readonly<Record<ErrorCode, { readonly title: string; readonly next: string }>>;
