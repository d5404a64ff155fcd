"""Short and pet names: each line is a group of names by which one person may be called."""

from typing import Final

GROUPS: Final = """
abigail abi abbie gail
adam ade
alexander alexandra alex alexis sandy sasha xander lexi ali
alfred alfie fred freddie alf
alice ali
amelia amy millie
andrew andrea andy drew
anthony antony tony ant
antonia toni
barbara barb babs
benjamin ben benny benji
bartholomew bart
catherine katherine kathryn kate katie cathy kath kathy kat cat kitty kasia katarzyna
charles charlotte charlie charley chaz lottie
christopher christine christina christian chris kris tina chrissie kit
daniel danielle dan danny dani
david dave davey davie
deborah deb debbie
dominic dom nic
dorothy dot dottie dolly
edward ed eddie ted teddy ned
eleanor ellie nell elle nora
elizabeth elisabeth liz lizzie beth betty eliza libby elsie bess liza lily ela elżbieta
emily em emmie millie
emma em
florence flo florrie flossie
francesca frances francis fran frankie frank franny
frederick fred freddie
gabriel gabriella gabrielle gabe gabby
geoffrey jeffrey geoff jeff
georgina georgia george georgie
gregory greg
harold harry hal
harriet hattie harry
henry harry hal hank
isaac zac ike
isabella isabel isobel bella izzy issy belle
jacob jake
jacqueline jackie jacqui
james jamie jim jimmy jem
jasmine jas jazz jaz
jennifer jen jenny jenni
jessica jess jessie
joanna joanne jo joey
john johnny jack jon
jonathan jon jonny johnny
joseph joe joey josephine josie jo
joshua josh
kenneth ken kenny
kimberley kim kimmy
lawrence laurence larry laurie
leonard leo len lenny
lewis louis louise lou louie lew
lillian lily lil
lucy lucinda lu lou
madeleine madeline maddie maddy
magdalena magda lena
malgorzata gosia margaret maggie meg peggy marge margie greta rita
martin marty
matilda tilly tilda mattie
matthew matt matty
megan meg
melanie mel
melissa mel mel lissa
michael mike mick mickey micky
mohammed muhammad mohamed mohammad mo
natalie nat nattie natalia natasha tasha
nathan nathaniel nate nat
nicholas nicola nick nicky nic nicole nikki
oliver olivia ollie olly livvy liv
pamela pam
patricia patrick pat paddy tricia trish patsy
penelope penny
peter pete
philip phillip phil pip
rebecca becky becca bex
richard rick ricky dick rich richie
robert rob robbie bob bobby bert
ronald ron ronnie
rosemary rose rosie
samuel samantha sam sammy
sarah sally sara sadie
sebastian seb
stephen steven stephanie steve steph stevie
susan suzanne susannah sue susie suzie
teresa theresa tess terry tessa
theodore theo ted teddy
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
veronica ronnie vera
victoria vicky vicki tori
vincent vince vinny
william will bill billy willie liam
yasmin yas
yusuf yousef joseph
zachary zac zak zach
zofia sophia sofia sophie zosia zoe
"""


def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in GROUPS.strip().splitlines():
        group = frozenset(line.split())
        for name in group:
            found[name] = found.get(name, frozenset()) | group
    return found


NICKNAMES: Final = _groups()
"""By name, in small letters: all the names that stand in a group with it."""
