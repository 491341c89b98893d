//! CLDR's facts of language negotiation. `node tools/data/matching.mjs` writes this file from npm's `cldr-core`.

/// Other names of our languages, each before the one that we use; shorter names first.
pub(super) const ALIASES: &str = "\
    in id iw he mo ro sh sr-Latn tl fil ajp apc ajt aeb ara ar arb ar aze az azj az baq eu ben bn bos bs bul bg cat \
    ca ces cs chi zh cmn zh cnr sr-Latn cze cs dan da deu de drw fa dut nl ekk et ell el eng en est et eus eu fas fa \
    fin fi fra fr fre fr geo ka ger de glg gl gre el hbs sr-Latn heb he hin hi hrv hr hun hu ice is ind id isl is \
    ita it jpn ja kat ka kaz kk kor ko lav lv lit lt ltz lb lvs lv mac mk may ms mkd mk mol ro msa ms nld nl nob nb \
    nor no per fa pes fa pol pl por pt prs fa ron ro rum ro rus ru scc sr scr hr slk sk slo sk slv sl spa es srp sr \
    swe sv tam ta tel te tgl fil tha th tnf fa tur tr ukr uk urd ur uzb uz uzn uz vie vi zho zh zsm ms";

/// Scripts, each before the languages and places where it is meant when none is named.
pub(super) const SCRIPTS: &str = "\
    Arab ar az-IQ az-IR fa kk-AF kk-CN kk-IR kk-MN ms-CC ur uz-AF Beng bn Cyrl az-RU bg kk mk ru sr uk uz-CN Deva hi \
    Geor ka Grek el Hans zh Hant lzh yue zh-AU zh-BN zh-GB zh-GF zh-HK zh-ID zh-MO zh-PA zh-PF zh-PH zh-SR zh-TH \
    zh-TW zh-US zh-VN Hebr he Jpan ja Kore ko Latn az ms sr-ME sr-RO sr-TR uz Taml ta Telu te Thai th";

/// A distance with one of our languages, before those whose readers read it.
pub(super) const RELATED: &str = "\
    01nb no 04de gsw lb 04hr bs sh 04sr sh 08da no 10ar aao abh abv acm acq acw acx adf aeb aec afb apc apd arq ars \
    ary arz auz avl ayh ayl ayn ayp bbz shu ssh 10et vro 10lv ltg 10ms bjn btj bve bvu coa dup hji jak jax kvb kvr \
    kxd lce lcf liw max meo mfb min mqg msi mui orn ors pel pse tmw vkk vkt xmm zlm zmi 10zh cdo cjy cnp csp czh czo \
    gan hak hnm hsn luh lzh nan sjc wuu yue 20da fo 20de rm 20es ay gn 20fr br co crs ht oc 20hi mai 20id jv su 20it \
    la scn 20nb nn 20nl fy 20ru be 20ur bal 30ar ckb 30es qu 30fil ceb 30fr kg ln lua mg rw wo 30hi bh mr sa 30ru ab \
    ky mn tg tt 30tr ku 30zh bo za 40ru hy tk";

/// Languages whose scripts are all near each other.
pub(super) const NEAR_SCRIPTS: &str = "\
    ja ko sr";

/// Languages that are read by those who write them in Latin letters.
pub(super) const ROMANISED: &str = "\
    ar bn hi ta te zh";

/// Languages, before the regions whose readers are nearer to each other than to the rest.
pub(super) const REGIONS: &str = "\
    ar DZ EH LY MA MR TN en AS CA GU MH MP PH PR UM US VI es pt 019 419 AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL \
    CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US \
    UY VC VE VG VI zh HK MO";

/// Where those languages are at home.
pub(super) const HOMES: &str = "\
    ar-EG en-US es-ES pt-BR zh-TW";

/// What stands for the whole of its part of a language.
pub(super) const PARADIGMS: &str = "\
    en-GB es-419 pt-BR pt-PT";
