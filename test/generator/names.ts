/** A name as different systems write it. */
export interface Name {
  readonly latin: string;
  readonly script: string;
}

const plain = (names: string): Name[] => names.split(' ').map((latin) => ({ latin, script: latin }));
const paired = (names: string): Name[] =>
  names.split(' ').map((pair) => {
    const [latin, script] = pair.split('=') as [string, string];
    return { latin: latin.replaceAll('_', ' '), script: script.replaceAll('_', ' ') };
  });

/** Invented people only: common given and family names, drawn independently. */
export const latin = {
  given: plain(
    'Alice Benjamin Charlotte Daniel Eleanor Felix Grace Henry Isabel Jack Katherine Liam Martha Noah Olivia Peter Quentin Rose Samuel Theresa Ulrich Victoria William Yvonne Amelia Bruno Clara Dominic Edith Frederick Gemma Harriet Ian Josephine Kenneth Lucy Miriam Neville Oscar Paula',
  ),
  family: plain(
    'Ashdown Barrow Carver Dunmore Ellwood Fairchild Gainsford Hartwell Ingleby Jessop Kirkham Lonsdale Marlowe Netherby Oakden Penrose Quillan Redfern Sandford Thackray Underhill Varley Wexford Yardley Abernethy Blackwood Cavendish Drayton Everard Foxley Greenhalgh Holloway Irwin Jardine Kestrel Langford Mercer Norwood Orchard Pemberton',
  ),
};

export const arabic = {
  given: paired(
    'Mohammed=محمد Ahmed=أحمد Fatima=فاطمة Aisha=عائشة Khalid=خالد Omar=عمر Layla=ليلى Yousef=يوسف Maryam=مريم Hassan=حسن Salma=سلمى Tariq=طارق Noura=نورة Ibrahim=إبراهيم Huda=هدى Saeed=سعيد Amina=آمنة Faisal=فيصل Rania=رانيا Ziad=زياد',
  ),
  family: paired(
    'Al_Mansoori=المنصوري Al_Hashimi=الهاشمي Haddad=حداد Al_Farsi=الفارسي Nasser=ناصر Al_Suwaidi=السويدي Khoury=خوري Al_Balushi=البلوشي Saleh=صالح Al_Zaabi=الزعابي Mahmoud=محمود Al_Rashid=الراشد Qasim=قاسم Al_Najjar=النجار Darwish=درويش Al_Kaabi=الكعبي',
  ),
};

export const persian = {
  given: paired(
    'Reza=رضا Maryam=مریم Ali=علی Zahra=زهرا Hossein=حسین Sara=سارا Mehdi=مهدی Narges=نرگس Amir=امیر Shirin=شیرین Kaveh=کاوه Parisa=پریسا Dariush=داریوش Laleh=لاله Behnam=بهنام Golnaz=گلناز',
  ),
  family: paired(
    'Hosseini=حسینی Karimi=کریمی Rahimi=رحیمی Mohammadi=محمدی Ahmadi=احمدی Kazemi=کاظمی Moradi=مرادی Jafari=جعفری Sadeghi=صادقی Ebrahimi=ابراهیمی Rostami=رستمی Shirazi=شیرازی Tehrani=تهرانی Bagheri=باقری',
  ),
};

export const streets =
  'Mill Lane|Harbour Road|Station Street|Orchard Way|Chapel Hill|Quayside|Market Row|Bridge Street'.split(
    '|',
  );
export const cities = ['Port Harbour', 'Meridian', 'Westhaven', 'Lower Quay', 'Northbridge'];
export const gulfStreets = ['شارع المرفأ', 'شارع النخيل', 'طريق الواحة'];
