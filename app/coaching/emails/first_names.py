"""First names common in several languages, to tell a name from a word in a text typed without capitals."""

FIRST_NAMES = frozenset(
    """
    aaliyah aaron abby abdul abdullah abel abena abigail abraham ada adaeze adam adebayo adel adele adeola aditi
    aditya adrian adriana agata agnes agnieszka ahmad ahmed aida aidan aiko aileen aimee aisha ajay akira akiko
    akosua alan alana alasdair alba albert alberto aleksandra alejandra alejandro alena alessandra alessandro alex
    alexander alexandra alexei alexis alfie alfred ali alice alicia alina alisha alison alistair allison alma alok
    alvaro alyssa amal amalia amanda amara amelia amina amir amit amita amrita amy ana anand anastasia anders
    andre andrea andreas andreea andrei andrew andrzej andy angela angelica angelina angelo angus anika anil anita
    anja anjali anke ann anna anne anneke annette annie anouk ansel anthea anthony antoine anton antonia antonio
    anya aoife aretha ariana ariel arjun arlene arman armando arnaud arne arno arnold arthur arturo arun
    asha ashley ashok asif asma astrid athena aurora ava avery axel ayesha ayo aziz babak barbara bart bartosz
    basil bastian bea beatrice beatriz becky belinda ben benedict benjamin bernadette bernard bernd bert beth
    bethany betty beverly bianca bilal birgit bjorn bob bogdan bonnie boris brad bradley brandon brenda brendan
    brian bridget brigitte bruce bruno bryan caitlin callum calvin cameron camila camille candice carina
    carl carla carlo carlos carmen carolina caroline carolyn carrie carsten casey catalina catherine
    cathy cecilia cedric celia celine cesar chandra chantal charlene charles charlie charlotte chen cheng
    cheryl chiara chidi chinedu chioma chiara chloe chris christiane christina christine christoph
    christopher cindy claire clara clarissa claude claudia claudio clement clive colette colin colleen colm connie
    connor conor constance corinne cornelia craig cristian cristiano cristina curtis cynthia cyril daisuke
    daisy dalia damian damien dana daniel daniela danielle danilo danny daphne darius darko darren dave david
    davide dawid deborah debbie deepa deepak deirdre delia denis denise dennis derek desmond devon diana diane
    diego dieter dilip dimitri dimitris dina dinesh dirk dmitri dmitry dolores dominic dominik dominique donald
    donna dora doris dorothea dorothy doug douglas duncan dylan eamon eddie edgar edith edmund eduardo edward
    edwin eileen ekaterina elaine eleanor elena eleni eli eliana elias elif elijah elin elina elisa elisabeth elise
    eliza elizabeth ella ellen elliot elsa elvira emeka emil emile emilia emilio emily emma emmanuel enrico enrique
    eric erica erik erika ernest ernesto erwin esi esme esteban estelle esther ethan eugene eva evan evelyn fabian
    fabio fabrice faisal farah farid fatima fatou federica federico felicia felicity felipe felix femi ferdinand
    fernanda fernando filip filippo finn fiona flavia florence florian folake frances francesca francesco francine
    francis francisco francois frank franz fred freda frederic frederick freya friedrich fritz gabriel gabriela
    gabrielle gareth garry gary gavin gemma genevieve geoff geoffrey george georgia georgina gerald gerard gerhard
    gianni gideon gilbert giles gillian gina giorgio giovanni giulia giuseppe gloria gordon graham greg gregory greta
    guido guillaume gustav gustavo gwen habib hadiya haley hamid hannah hannes hans harald harold harpreet harriet
    harry haruki hassan hayley hazel heather hector heidi heike heinrich helen helena helene helga henrietta henrik
    henry herbert hilary hilda hiro hiroshi holger horst hubert hugh hugo hussein ian ibrahim ida ifeoma ignacio
    igor ilaria ilse imani imogen imran ina ines inga inge ingeborg ingrid inigo irene irina iris isaac isabel isabella
    isabelle isla ismail ivan ivana ivo jacek jackie jacob jacqueline jacques jaime jake jakob jakub jamal james
    jamie jan jana jane janet janice janina janine jasmine jason javier jay jeanette jeff jeffrey jelena jennifer
    jenny jens jeremy jerome jerry jesse jessica jill jim jimmy jing joachim joan joana joanna joanne joao jocelyn jodie joe
    joel johan johann johanna johannes john johnny jon jonas jonathan jordan jorge jose josef josefina joseph josephine josh
    joshua joyce juan juana juanita judith judy julia julian juliana julie julien juliet julio julius jun jung jurgen
    justin justine kai kamal kamala kamil kamran karen karim karin karina karl karla karolina kasia kate katarina katarzyna
    katharina katherine kathleen kathryn kathy katie katja katrin katy kavita kay kayla kazuo keiko keith kelechi kelly ken
    kendra kenji kenneth kenny kerry kevin khadija khaled kieran kim kirsten kirsty klaus kofi konrad kostas kristen
    kristin kristina krystyna kumar kunal kurt kwame kyle kyra lakshmi lamar lara larissa lars latisha laura lauren
    laurence laurent lawrence layla lea leah leanne leila lena leo leon leona leonard leonardo leonie leroy lesley leslie
    leticia levi lewis liam lidia lieke lila lilian liliana lily lin lina linda lindsay ling linus lionel lisa
    lisbeth livia liz lloyd lola lorena lorenzo loretta lorna lorraine lotte lou louis louisa louise luc luca lucas lucia
    luciana lucie lucy ludmila ludwig luigi luis luisa luka lukas luke luz lydia lynn mabel macarena maciej madeleine madhu
    madison magda magdalena maggie magnus mahmoud maja makoto malcolm malgorzata malik mandla mandy manfred manish
    manoj manuel manuela marc marcel marcela marcelo marcia marcin marco marcos marcus marek margaret margarita margot
    maria mariam mariana marianne marie marija marilyn marina mario marion marisa marisol marius marjorie
    marko markus marlene marlon marta martha martin martina marvin mary maryam masha mateo mateusz mathew matilda
    matteo matthew matthias matthieu maureen maurice mauricio maxim maxime maya mei mehmet meena meera megan mehdi melanie
    melissa meredith michael michaela michal michel michele michelle miguel mika mike mikhail mikkel milan mildred
    milena mina ming miriam mirko mitchell miya mohamed mohammed moira molly mona monica monika monique morgan
    moritz moses muhammad muriel murray mustafa mwangi myra myriam nabil nadia nadine naledi nancy naomi narendra nasser
    natalia natalie natasha nathalie nathan nathaniel naveen neha neil nelson nia niall nicholas nico nicola nicolas
    nicole nicoletta niels nigel niklas nikhil nikita nikola nikolai nils nina nisha nishant noah noel noelle noor nora
    noreen norman nuno obinna octavia ola olaf oleg olena olga oliver olivia olivier olu oluwaseun omar omari oscar oskar otto owen
    oyelaran pablo padma pamela paola paolo parveen pascal patricia patrick patrik paul paula paulina pauline paulo
    pavel pawel pedro peggy penelope percy pernille petar pete peter petr petra phil philip philipp philippa phoebe
    pierre pieter pilar piotr pooja prakash pranav pravin preeti priscilla priti priya priyanka qing rachel radek rafael
    rafal rahul raj rajesh ralf ralph ram ramesh ramona ramon randall rania raphael raquel rashid raul ravi ravindra raymond rebecca
    reggie regina reinhard rekha remi rena renata renate rene renee reuben rhonda ricardo richard rick rita ritu
    rob robert roberta roberto rodney rodrigo roger rohan rohit roisin roland rolf roman romina ron ronald ronan
    ronnie rory rosa rosalind rosanna rosario rosemary rosie roslyn ross roxana roy ruben rubina rudi rudolf rui rupert
    russell ruth ryan sabina sabine sabrina sacha sadia sakura salim sally salma salman salvador salvatore sam samantha samir
    samira samson samuel sandeep sander sandra sandy sanjay santiago sara sarah sasha satoshi saul saurabh scott sean
    sebastian selena selma serena serge sergei sergio seth shane shannon sharon shauna shaun shawn sheila shelley sherry
    shirley shreya shruti sibongile sidney siegfried sigrid silke silvia simon simona simone sinead siobhan sita siv sizwe slavko
    sofia sofie solomon sondra sonia sonja sophia sophie soren stacey stan stanislav stanley stavros stefan stefania
    stefanie stella stephan stephanie stephen steve steven stuart sumit sunil sunita suresh susan susana susanne suzanne
    svein svetlana sven swati sybil sylvia sylvie tadashi takeshi tamara tammy tamsin tania tanja tanya tara tariq
    tasha tatiana ted temi teresa terence terry tessa thabo thandi thea thelma theo theodore theresa therese thierry
    thomas tiago tiffany tim timo timothy tina tobias toby todd tom tomas tomasz tommy toni tony torsten tracey tracy
    travis trevor tricia trisha tristan tunde tyler tyrone uche ulrich ulrike umar una ursula usha uwe valentina
    valeria valerie vanessa vasil vera verena vernon veronica veronika vicky victor victoria vijay vikram viktor
    vincent vinod viola violeta virginia vishal vivek vivian vivienne vladimir walter wanda warren waseem wayne wei wendy werner
    wesley whitney wilfred wilhelm willem william willow wilma winifred winnie winston wojciech wolfgang xavier xiao xin
    yan yana yannick yara yasmin yasmine yelena yolanda yoshi yuki yuri yusuf yvette yvonne zachary zahra zainab zara
    pam bev deb gail val stu trish kath jules zeynep zhang zoe zoltan zuzana
    """.split()
)
"""Lower case, without accents; names that are everyday words (mark, grace, will) are left out."""
