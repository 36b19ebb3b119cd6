"""First names common in several languages, to tell a name from a word in a text typed without capitals."""

FIRST_NAMES = frozenset(
    """
    aaliyah aanya aarav aaron abbas abby abdi abdirahman abdul abdullah abel abena abigail abimbola abraham ada
    adaeze adam adebayo adel adele adeola aditi aditya adrian adriana adriano afia afonso agata agnes agnese
    agnieszka ahmad ahmed aicha aida aidan aiko aileen aimee aino aisha aisling aiyana ajay akiko akira akosua
    akua alan alana alasdair alba albert alberto alejandra alejandro aleksandra alena alessandra alessandro alex
    alexander alexandra alexei alexis alfie alfred alhassan ali alice alicia alina alisha alison alistair aliyah
    allison alma alok altaf aluna alva alvaro alvin alyssa amadou amal amalia amanda amani amara ameer amelia
    amelie amina amir amira amit amita ammar amrita amy ana anah anahit anais anan anand anastasia anaya anders
    andile andre andrea andreas andreea andrei andreia andrew andrzej andy anette angela angelica angelina
    angelique angelo angus anicka anika aniket anil anisa anita anja anjali anjum anke ann anna anne anneke
    anneli annette annie annika anouk ansa ansel anthea anthony antoine anton antonia antonio antti anuj anushka
    anwar anya aoife aretha ariadne ariana ariel arif arjun arlene arman armando armel arnaud arnav arne arno
    arnold arta artem arthur arturo arun arvind aryan asad asha asher ashley ashok ashwin asif aslan aslaug asli
    asma astou astrid athena atsuko aud audrey aurelie aurelien aurora ava avery avi axel ayako ayan aydin
    ayesha aylin ayo ayumi aziz azra babak bahar bahati balazs baraka barbara barnaby bart bartosz basil basma
    bastian batu bea beata beatrice beatriz becky belinda ben benedict benedikt benjamin bente berit bernadette
    bernard bernd bert berta beth bethany bettina betty bev beverly bhavna bianca bilal bilge binta birgit
    birgitta birk bjorn blanca bob bogdan bonnie bonolo boran boris borja brad bradley brahim brandon branka
    brenda brendan brian bridget brigitte briony bronwyn bruce bruno bryan bukola burak busisiwe caitlin callum
    calvin cameron camila camille candice cansu caoimhe carina carl carla carlo carlos carmen carolina caroline
    carolyn carrie carsten carys casey catalina cathal catherine cathy catrin catriona cecilia cedric celia
    celine cemal cesar chanda chandni chandra chantal charlene charles charlie charlotta charlotte chen cheng
    cheryl chiamaka chiara chidi chidinma chinedu chinwe chioma chloe chris christiane christina christine
    christoph christopher cian ciara ciaran cindy claire clara clarissa claude claudia claudio clement clive
    clodagh colette colin colleen colm concetta connie connor conor constance corentin corinne cormac cornelia
    craig cristian cristiano cristina curtis cynthia cyril dagmar dagny daisuke daisy dalia dalila damian damien
    dana daniel daniela danielle danilo danny danuta daphne darius darko darragh darren dave david davide davor
    dawid deb debbie deborah declan deepa deepak deirdre delia denis denise deniz dennis derek desmond desta
    devi devon dhruv diana diane diarmuid diego dieter dilara dilip dimitri dimitris dina dinah dinesh dirk
    ditte divya dmitri dmitry dmytro dolores dominic dominik dominique donal donald donna dora doris dorota
    dorothea dorothy doug douglas dragan duncan dylan eamon ebba ebru ece eddie edgar edith edmund eduardo
    edward edwin efe efua eija eileen eilidh eirik ekaterina elaine eleanor elena eleni elham eli eliana elias
    elif elijah elin elina elisa elisabeth elise eliza elizabeth ella ellen elliot elodie elsa elske eluned
    elvira emeka emil emile emilia emilio emily emine emma emmanuel emre enid enoch enrico enrique eric erica
    erik erika ernest ernesto ersilia erwin esi esme esra esteban estelle esther ethan eugene eva evan evelyn
    ezgi fabian fabien fabio fabrice fadi fadwa faisal faiza fanny farah farid farida farrukh fatima fatma fatou
    fatoumata federica federico felicia felicity felipe felix femi ferdinand fergus fernanda fernando ffion
    fikret filip filippo filiz finn fiona fionn flavia florence florian folake frances francesca francesco
    francine francis francisco francois frank franz fred freda frederic frederick fredrik freya friedrich fritz
    frode gabor gabriel gabriela gabriele gabrielle gail gareth garfield garry gary gavin gemma genevieve geoff
    geoffrey george georgia georgina gerald gerard gerda gerhard gerrit gianni gideon gilbert giles gillian gina
    gintaras giorgio giorgos giovanni giulia giuseppe gloria goran gordon graham grainne greg gregory greta
    grzegorz gudrun guido guillaume guillermo gulnara gunnar gustav gustavo gwen gwyneth habib hadiya hakan
    haley halima halvard hamid hamza hanae hanan hannah hanneke hannele hannes hans harald harold harpreet
    harriet harry haruka haruki haruto hasina hassan hatice hayley hazel heather heba hector hedda heidi heike
    heikki heinrich helen helena helene helga helmi henrietta henrik henry herbert hiba hideo hila hilary hilda
    hilde hina hiro hiroshi hoa hoang holger horst hubert huda hugh hugo hui husain hussein hyun ian ibrahim
    ibrahima ida idris ifeoma ignacio igor ikram ilana ilaria ilse imani imogen imran ina inaya ines inga inge
    ingeborg ingrid inigo ioana ioannis irena irene irfan irina iris isaac isabel isabella isabelle isla ismael
    ismail istvan itziar ivan ivana ivo iwona izabela jacek jackie jacob jacqueline jacques jadwiga jaime jake
    jakob jakub jalil jamal james jamie jan jana jane janek janet janice janina janine janna jarmila jasmine
    jason javier jay jaya jayesh jeanette jeff jeffrey jelena jennifer jenny jens jeremy jerome jerry jesse
    jessica jiho jill jim jimena jimmy jin jing jiri joachim joan joana joanna joanne joao jocelyn jodie joe
    joel johan johann johanna johannes john johnny jolanta jomo jon jonas jonathan joonas jordan jorge jorunn
    jose josef josefina joseph josephine josh joshua josip joyce juan juana juanita judith judy juhani jules
    julia julian juliana julie julien juliet julieta julio julius jun jung junko jurgen justin justine kaan
    kader kai kaija kamal kamala kamil kamran kareem karen karim karima karin karina karl karla karolina karthik
    kasia kasper katarina katarzyna kate kateryna kath katharina katherine kathleen kathryn kathy katie katja
    katrin katy kaveh kavita kay kayla kayode kazimierz kazuko kazuo keerthi keiko keita keith kelechi kelly ken
    kendra kenji kenneth kenny kerem kerry kerstin kevin khadija khaled khanh kieran kim kirsi kirsten kirsty
    kjell klara klaus kofi komal konrad kostas kristen kristin kristina krisztina krystyna kumar kunal kurt
    kwabena kwaku kwame kyle kyoko kyra lachlan ladislav laila lakshmi lalita lamar lamine lan lara larissa lars
    larysa laszlo latisha laura lauren laurence laurent lawrence layla lea leah leanne leif leila lena lennart
    leo leon leona leonard leonardo leonie lerato leroy lesley leslie leticia levi lewis liam lidia lieke
    liesbeth lila lilian liliana lily lin lina linda lindsay ling linh linus lionel lior lisa lisbeth livia liz
    ljiljana lloyd lola lorena lorenzo loretta lorna lorraine lotta lotte lou louis louisa louise lubna luc luca
    lucas lucia luciana lucie lucija lucy ludmila ludwig luigi luis luisa luka lukas luke luz lwazi lydia lynn
    lyudmila mabel macarena maciej madeleine madhu madison maeve magda magdalena maggie magnus maha mahmoud
    mahmud mai maina maja makoto malcolm malgorzata malik malika mandla mandy manfred manish manoj mansour
    manuel manuela marc marcel marcela marcelo marcia marcin marco marcos marcus marek margaret margarita margit
    margot maria mariam mariama mariana marianne marie marija marilyn marina mario marion marisa marisol marit
    marius marjan marjorie marko markus marlene marlon marta martha martin martina marvin mary maryam masha
    matej mateo mateusz mathew matilda matteo matthew matthias matthieu maud maureen maurice mauricio mauro
    maxim maxime maya mbali meena meera megan mehdi mehmet mehwish mei melanie melissa meredith meryem mia
    michael michaela michal michel michele michelle miguel mihai mika mike mikhail mikkel mikko milan mildred
    milena milica mina ming minh mira mirela miriam mirjam mirko miroslav mitchell miya mohamed mohammed mohsin
    moira molly mona monica monika monique morgan moritz moses mpho muhammad murat muriel murray mustafa muthoni
    mwangi myra myriam nabil nadia nadim nadine nadira naila naledi namrata nanami nancy naoko naomi narendra
    narges nasir nasrin nasser natalia natalie natasha nathalie nathan nathaniel naveen navid nazanin ndidi neha
    neil nele nelson neus ngozi nguyen nhung nia niall niamh nicholas nico nicola nicolas nicole nicoletta niels
    nigel nikhil nikita niklas nikola nikolai nikos nils nima nina nirmala nisha nishant njeri noah noel noelle
    noemi noor nora noreen norman noura nuno nuria obinna octavia oddvar odile okan ola olaf olavi oleg
    oleksandr olena olga oliver olivia olivier olu oluwaseun omar omari omolara ondrej onur oona orla oscar
    oskar osman osvaldo otto owen oyelaran oyvind ozan pablo padma padraig paivi pallavi pam pamela panagiotis
    paola paolo parisa parveen pascal pascale patricia patrick patrik paul paula paulina pauline paulo pavel
    pawel payal pedro peggy pekka penelope peng percy pernille petar pete peter petr petra phil philip philipp
    philippa phoebe phuong pia pierre pieter pilar piotr pirjo pooja prakash pranav pravin preeti prisca
    priscilla priti priya priyanka qing rachel radek radka radoslav rafael rafal ragnhild rahel rahim rahul raj
    rajesh ralf ralph raluca ram ramesh ramin ramon ramona rana randall rania ranjit raphael raquel rashid
    rasmus raul ravi ravindra raymond razia rebecca reema reggie regina reinhard rekha remi rena renata renate
    rene renee renske reuben reza rhiannon rhonda rhys ricardo richard rick riikka rima rina rishi rita ritu
    ritva riya rob robert roberta roberto rodney rodrigo roger rohan rohit roisin rokas roland rolf roman romina
    ron ronald ronan ronnie rory rosa rosalind rosanna rosario rosemary rosie roslyn ross roxana roy roza ruben
    rubina rudi rudolf rui rukmini runa rupert russell ruta ruth ryan ryoko saad sabah sabiha sabina sabine
    sabrina sacha sadia saeed saida sajid sakura salah salim sally salma salman salvador salvatore sam samantha
    samina samir samira samson samuel samuli sandeep sander sandra sandy sanjay sanna santiago santosh saoirse
    sara sarah sarita sasha saskia satoshi satu saul saurabh savita scott sean sebastian selena selin selma sena
    serap serena serge sergei sergio seth shabnam shahid shan shane shannon sharon shaun shauna shawn sheila
    shelley sherry shirin shirley shivani shreya shruti shu sibel sibongile siddharth sidney sidsel siegfried
    sigrid silje silke silvia silvija simon simona simone simran sindre sinead siobhan sioned sipho sirin sita
    siv sizwe slavica slavko snezana sofia sofie solomon solveig sondra sonia sonja sophia sophie soraya soren
    spyros stacey stan stanislav stanley stavros stefan stefania stefanie stelian stella stephan stephanie
    stephen steve steven stojan stu stuart sumit sunil sunita suresh susan susana susanne suzana suzanne svein
    sven svetlana swati sybil sylvia sylvie synnove tadashi tadeusz tadhg taha tahira takeshi tamar tamara
    tamika tammy tamsin tania tanja tanvi tanya tara tarek tariq tasha tatiana tatjana ted temi tendai terence
    teresa terhi terry tessa thabo thandi thandiwe thea thelma theo theodore theresa therese thi thierry thomas
    thuy tiago tiffany tihana tim timo timothy tina tobias toby todd tom tomas tomasz tommy toni tony torstein
    torsten tove tracey tracy trang travis trevor tricia trine trish trisha tristan truong tuan tunde tuulikki
    tuva tyler tyrone uche ugo ulrich ulrike umar una ursula urszula usha uwe vaclav val valentina valeria
    valerie vanessa vanja varun vasil vasiliki veera vera verena vernon veronica veronika vibeke vicky victor
    victoria vidya vijay vikram viktor viktoriia ville vinay vincent vinh vinod viola violeta viorica virginia
    vishal vivek vivian vivienne vlad vladimir volkan vuyo wael wafa walter wanda wanjiku warren waseem wasim
    wayne wei wenche wendy werner wesley whitney wietske wiktor wilfred wilhelm willem william willow wilma
    winifred winnie winston wojciech wolfgang xavi xavier xiao xin yael yan yana yannick yara yasin yasmin
    yasmine yelena yewande yildiz ying ylva yolanda yosef yoshi yui yuki yuliya yuna yuri yusra yusuf yvette
    yvonne zachary zahra zainab zakaria zanele zara zdenek zeynep zhang zhen zinaida zoe zoltan zora zsofia
    zuzana
    """.split()
)
"""Lower case, without accents; names that are everyday words (mark, grace, will) are left out."""
