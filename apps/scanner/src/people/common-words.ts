/** What people who have to think of a password think of first: words, names, teams, and our own surroundings. */
const WORDS = `
  password passwort passwd pass parola wachtwoord motdepasse contrasena welcome willkommen bienvenue letmein login logon
  signin admin administrator root guest user test testing temp default changeme change secret secure security private
  access master manager owner office computer internet network server system website account customer service support
  company business invoice money plumbline policy bakery bakehouse baker bread cake coffee cafe kitchen restaurant shop
  store sweet sugar crumb cookie cupcake chocolate cheese butter flour pizza
  iloveyou loveyou love lover lovely baby babygirl babyboy honey darling angel princess prince queen king hello hallo bonjour
  sunshine summer winter spring autumn monday tuesday wednesday thursday friday saturday sunday january february march
  april june july august september october november december morning today forever freedom family friend friends mother
  father mama papa brother sister daughter
  dragon monkey tiger lion eagle wolf horse dog doggy puppy cat kitty kitten bear rabbit butterfly dolphin shadow phoenix
  flower rose lily jasmine orange banana cherry peach strawberry blueberry peanut peanutbutter pepper ginger
  football baseball basketball hockey soccer golf tennis rugby chelsea arsenal liverpool barcelona manchester united realmadrid
  juventus yankees cowboys steelers lakers rangers ferrari porsche mercedes mustang corvette harley yamaha honda toyota
  superman batman spiderman starwars starwarsfan startrek pokemon minecraft naruto matrix ninja pirate samurai wizard
  gandalf harrypotter hogwarts transformers finalfantasy counterstrike playstation nintendo xbox google facebook twitter
  instagram youtube microsoft windows apple iphone samsung android linux metallica slipknot nirvana blink beatles eminem
  michael jordan jessica jennifer ashley amanda nicole daniel thomas andrew joshua matthew robert william charlie george
  christopher christian alexander alexandra elizabeth samantha stephanie victoria veronica michelle patrick anthony
  charles david james jamesbond john johnny joseph justin justinbieber kevin maria martin nathan peter richard sandra
  sarah sophie steven sebastian massimiliano philadelphia california newyork london paris berlin texas florida america
  american england canada australia germany scandinavia international professional intelligence unbelievable supernatural
  chesterfield cosmopolitan residentevil devilmaycry leavemealone fuck fucking fuckyou fucker motherfucker bitch shit
  sexy pussy asshole whatever nothing something trustno trustnoone ingodwetrust blessed jesus jesuschrist christ heaven
  number one two three four five six seven eight nine ten hundred the and you for with not
  michaeljackson ronaldinho edwardcullen vladimirovna mortalkombat warhammer needforspeed greenlantern nightcrawler
  systemofadown necronomicon stratocaster ticketmaster cheeseburger sonyericsson sanfrancisco minnesota mother chicken wing
  construction entertainment satisfaction civilization configuration websolutions new project sonnenschein weihnachtsbaum
  pornographic masturbation masterbating boobies world whos your daddy i see dead people punks not punksnotdead cake is lie
  lost domain lock combat alpha
  ghjcn ghjcnj gfhjkm ghbdtn fktrcfylh flvbybcn dkflbvbh vfhbyf yfnfif rfnthbyf ktjybl fylhtq cthutq vfrcbv ghbywtccf
  correct battery staple correcthorsebatterystaple thequickbrownfox quick brown fox jumps lazy
`;

export const COMMON_WORDS: readonly string[] = WORDS.trim().split(/\s+/u);
