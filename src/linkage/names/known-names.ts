/**
 * Given names whose spellings sounds alone do not bring together, or that other names sound like: one name a line, its
 * spellings in any script. A spelling may stand on several lines. Written for this program from general knowledge.
 */
export const knownNames = `
محمد mohammad mohammed mohamed mohamad muhammad muhammed muhamed mohd md mehmet mohammod mohamud mamadou
محمود mahmoud mahmood mahmud mahmut mehmud
احمد ahmad ahmed ahmet ahmod
حامد hamed hamid hamet
حمید hamid hameed hamit
حمد hamad hamd
حماد hammad hamad
حمدان hamdan
حمدی hamdi hamdy
محسن mohsen muhsin mohsin muhsen
علی ali aly
علاء ala alaa علا
عالیه aliya aliyah alia aaliyah
علیا olya ulya alya
حسن hasan hassan hassen hacen
حسین hossein hosein hussein hussain husain husayn hussien houssine hocine huseyin housein
حسنین hasanain hassanein
احسان ehsan ihsan ehssan
رضا reza rida ridha riza redha ridah
ریاض riyadh riyad riad riaz riyaz
روضه rawda raudha
مصطفی مصطفا mostafa mustafa moustafa moustapha mustapha mostapha mustufa
مرتضی مرتضا morteza murtaza murtada murtadha mortaza
مجتبی مجتبا mojtaba mujtaba moujtaba
موسی موسا musa mousa moussa moosa mosa moses
عیسی عیسا isa issa eisa essa eissa aissa
یحیی یحیا yahya yahia yehia yehya yahiya
لیلا لیلی ليله leila layla laila leyla lila leyli
یوسف yousef yusuf youssef yousuf yousof yosef yusef youcef joseph josef yusif usuf
یونس younes yunus younis yunis yunes youness jonah
یعقوب yaghoub yaqub yacoub yaqoob yakup jacob yaakoub yakub
اسحاق اسحق eshagh ishaq ishak isaac eshaq ishaaq
ابراهیم ebrahim ibrahim ebraheem ibraheem brahim abraham ibrahem
اسماعیل اسمعیل esmaeil esmail ismail ismael ismaeel ismaiel smail
سلیمان soleyman soleiman suleiman suleyman sulaiman sulayman soliman slimane solomon
داوود داود davood davoud dawud dawood daoud david dawoud davud daud
هارون هرون harun haroun haroon harron aaron
زکریا zakaria zakariya zakariyya zakarya zachary zechariah zekeriya
ادریس idris idriss idrees edris driss
الیاس elias ilyas elyas iliass eliass
جبرئیل جبریل jibril jebreil gabriel gibril jabril
میکائیل میکاییل مایکل mikail mikaeel michael mikhail
مریم maryam mariam miriam meryem meriem maryem mariem
ماریا maria mariya marija
فاطمه fatemeh fatima fatimah fatma fatme fatimeh fatme fatmeh
فهیمه fahimeh fahima
خدیجه khadijeh khadija khadijah hatice kadija khadidja
عایشه عائشه عایشا aisha ayesha aysha aicha aishah ayse aichah
آمنه آمنا amina aminah ameneh amena ameena amna
امینه amina amineh aminah ameena emine
امین amin ameen emin
امیر amir ameer emir
امیره amira amirah ameera
عمر omar umar omer oumar omr
عمرو amr amro amrou
عمار ammar amar
عامر amer aamer amir
عثمان osman uthman othman usman ousmane ottman
بلال bilal belal bilel
حمزه hamza hamzah hamzeh hamze
طلحه talha talhah
طاها طه taha tahaa
زهرا زهراء zahra zahraa zehra sahra
زهره zohreh zuhra zohre
زهیر zuhair zohair zuhayr zouheir zoheir
طاهر taher tahir taheer
طاهره tahereh tahira tahirah tahera
ناصر naser nasser nasir nacer naseer
نصر nasr
نصیر nasir naseer nassir
نصار nassar
منصور mansour mansoor mansur mensur
منصوره mansoureh mansoura mansura
منیر mounir munir moneer muneer monir
سعید saeed said saied saeid sayeed saïd
سعد saad sad
سعاد souad suad soad
سعود saud saoud saood
سعیده saeedeh saida saeeda saideh
مسعود masoud massoud masood masud mesut messaoud
مجید majid majeed maged madjid mecit
ماجد majed majid maged magid
امجد amjad emjad
مجدی majdi magdy magdi
جمال jamal gamal djamel jamel djamal cemal
جمیل jamil jameel gamil djamil cemil
جمیله jamila jamileh jameela
جعفر jafar jaafar jaffar djaafar cafer gafar jaffer
جابر jaber jabir gaber djaber cabir
جبار jabbar djabbar cabbar
جلال jalal galal djalal celal
جلیل jalil jaleel celil
جواد javad jawad djaouad cevat
جمشید jamshid jamsheed cemsid cemshid
جهاد jihad jehad cihad gehad
قاسم ghasem qasim qasem kassem kasim qassem gasem kacem ghasim
قادر ghader qader qadir kader kadir
قدیر qadeer ghadir qadir
کریم karim kareem kerim krim
کرم karam kerem
اکرم akram ekrem
اکرام ikram ekram
کریمه karima karimeh kareema
کمال kamal kemal kamel
کامل kamel kamil
کاظم kazem kazim kadhim kadhem
خالد khaled khalid halid khalad
خلیل khalil khaleel halil
خلود kholoud khulud khulood
خسرو خسروی khosrow khosro khosrau husrev hosrov
رحیم rahim raheem
رحمان رحمن rahman rehman rahmane
ابراهام abraham
سلیم salim saleem selim
سالم salem salim
سلام salam
سلمان salman selman soulaymane
سلمی سلما salma selma
سامی sami samy
سمیر samir sameer semir
سمیرا سمیره samira sameera samirah
سمر samar
سمیه somayeh sumayya soumaya sumaya soumia sumayyah
سمیع sami samee
صالح saleh salih
صلاح salah
صادق sadegh sadiq sadeq sadik sadek
صدیق seddigh siddiq sediq siddique
صابر saber sabir
صبری sabri sabry
شریف sharif cherif shareef sherif serif
شریفه sharifa sharifeh
اشرف ashraf achraf esref ashref
شاکر shaker shakir chaker
شکری shokri shukri choukri
شهرزاد shahrzad scheherazade shahrazad chehrazad
شهاب shahab shihab chihab
شمس shams chams
رشید rasheed rachid rashid resit reshid
راشد rashed rashid rached
ارشد arshad
طارق tareq tariq tarik tarek
فرید farid fareed ferid
فریده farideh farida fareeda
فرهاد farhad ferhat ferhad
فریدون fereydoun fereidoon faridoun feridun
فاروق farouk farooq faruk faruq
فیصل faisal faysal feisal faycal
فاضل fazel fadil fazil fadel
فضل fazl fadl fadhl
فواد فؤاد fuad fouad foad fuat
فهد fahd fahad
مهدی mahdi mehdi
هادی hadi hedi
هدی هدا huda hoda houda
مهران mehran mahran
محرم muharram moharram muharrem
رمضان ramadan ramazan ramezan ramdane ramadhan
رجب rajab recep ragab
شعبان shaban saban chaabane shaaban
هشام hisham hicham hesham hichem
هاشم hashem hashim hachem
عصام issam essam isam issam
عماد imad emad
عادل adel adil
عدنان adnan
عباس abbas abas
عزیز aziz azeez
کامران kamran
کاوه kaveh kawa
کیوان keyvan kayvan keivan
کوروش kourosh kurosh koorosh cyrus korosh
داریوش dariush daryoush darius dariyush
پرویز parviz parwiz pervez perviz
پروین parvin parveen perwin pervin
آرش arash
اسکندر iskandar eskandar alexander iskander sikandar
الکساندر alexander aleksandr
بهرام bahram behram
بهروز behrouz behrooz behruz
بهزاد behzad bihzad
ایمان iman eman imane
انس anas anass enes
انیس anis anees anies
نور nour noor nur
نورا نوره noura nora norah nura
نادر nader nadir nadeer
نادیه nadia nadiya nadya
ندا ندی neda nada
نبیل nabil nabeel
نبیله nabila nabeela
نجیب najib najeeb naguib nagib
نجم najm
وحید vahid wahid waheed
واحد vahed wahed
ولید walid waleed oualid velid
وائل wael وایل ouail
وفا وفاء wafa wafaa ouafa vefa
هانی hani hany
زینب zeinab zaynab zainab zineb zeynep zeynab
زید zaid zayd zeid
زیاد ziad ziyad zeyad
زبیر zubair zubayr zoubir zubeyr
یزید yazid yezid
یاسر yaser yasser yasir
یاسین yasin yassine yaseen yacine
یاسمین yasmin yasmeen yasmine jasmin jasmine yasamin
ثریا soraya thuraya thoraya sureyya
کوثر kowsar kawthar kausar kaouther
رقیه roghayeh ruqayya rukaya rokaya rukiye
معصومه masoumeh masuma maasouma masoomeh
سکینه sakineh sakina
صغری صغرا soghra sughra
عبد abd abdul abdel abdol abdal
عبده abdo abdou abdu
الله له allah lah
دین din
سیف saif seif sayf
عبیر abir abeer
الهام elham ilham
الناز elnaz
جورج george georges jorge jurj
بطرس پطرس boutros butros peter petros
پیتر بیتر peter
بولس boulos paulos paul bulus
یوحنا youhanna yuhanna john johannes hanna
سارا ساره sara sarah
توماس thomas tomas
ایلنا elena yelena ielena
حبیب habib habeeb
حلیمه halimeh halima
حنان hanan hanane
سهیل soheil suhail sohail suhayl
سهیلا soheila suhaila
غلام gholam ghulam
اصغر asghar
اکبر akbar ekber
حیدر heydar haidar haider haydar
میثم meysam maitham meisam
شاپور shapour shapoor
منوچهر manouchehr manuchehr
هوشنگ houshang hooshang
`;
