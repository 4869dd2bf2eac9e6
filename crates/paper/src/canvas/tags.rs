//! The tags of a document: what its pieces are and the order in which they are read, for people who listen to it and for
//! programs that take it over (ISO 32000-1, 14.7 and 14.8).

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

/// What a piece of a document is. Names are those of the standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// All of it.
    Document,
    /// A part, such as one of several 1:1s.
    Part,
    /// Pieces that belong together.
    Division,
    /// The title.
    Title,
    Heading,
    SubHeading,
    Paragraph,
    Quote,
    Code,
    List,
    Item,
    /// The mark of an item, or what it is called.
    ItemLabel,
    ItemBody,
    Table,
    Row,
    /// What stands above a column.
    HeadCell,
    Cell,
    /// A picture; what it shows is said in words.
    Figure,
}

impl Role {
    /// What the standard calls it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Part => "Part",
            Self::Division => "Div",
            Self::Title => "H1",
            Self::Heading => "H2",
            Self::SubHeading => "H3",
            Self::Paragraph => "P",
            Self::Quote => "BlockQuote",
            Self::Code => "Code",
            Self::List => "L",
            Self::Item => "LI",
            Self::ItemLabel => "Lbl",
            Self::ItemBody => "LBody",
            Self::Table => "Table",
            Self::Row => "TR",
            Self::HeadCell => "TH",
            Self::Cell => "TD",
            Self::Figure => "Figure",
        }
    }

    /// What a reader has to know of it beyond its name.
    fn attributes(self) -> Option<Dictionary> {
        match self {
            Self::HeadCell => Some(dictionary! { "O" => "Table", "Scope" => "Column" }),
            Self::Figure => Some(dictionary! { "O" => "Layout", "Placement" => "Block" }),
            _ => None,
        }
    }
}

/// One of the pieces, by its place in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Node(usize);

/// What a piece is made of, in reading order.
enum Kid {
    Node(usize),
    /// What a page shows under this number.
    Shown {
        page: usize,
        number: i64,
    },
}

struct Piece {
    role: Role,
    parent: usize,
    kids: Vec<Kid>,
    /// What is said instead of it.
    said: Option<String>,
}

/// The tree of all pieces.
pub(crate) struct Tags {
    pieces: Vec<Piece>,
}

impl Default for Tags {
    fn default() -> Self {
        Self { pieces: vec![Piece { role: Role::Document, parent: 0, kids: Vec::new(), said: None }] }
    }
}

impl Tags {
    /// The document itself.
    pub(crate) const ROOT: Node = Node(0);

    /// Adds a piece at the end of another.
    pub(crate) fn add(&mut self, parent: Node, role: Role) -> Node {
        let node = self.pieces.len();
        self.pieces.push(Piece { role, parent: parent.0, kids: Vec::new(), said: None });
        if let Some(parent) = self.pieces.get_mut(parent.0) {
            parent.kids.push(Kid::Node(node));
        }
        Node(node)
    }

    /// Adds a picture at the end of another piece, with what is said instead of it.
    pub(crate) fn add_figure(&mut self, parent: Node, said: &str) -> Node {
        let node = self.add(parent, Role::Figure);
        if let Some(piece) = self.pieces.get_mut(node.0) {
            piece.said = Some(said.to_owned());
        }
        node
    }

    /// What a piece is.
    pub(crate) fn role(&self, node: Node) -> Role {
        self.pieces.get(node.0).map_or(Role::Paragraph, |piece| piece.role)
    }

    /// Notes that a page shows the next stretch of a piece under this number.
    pub(crate) fn show(&mut self, node: Node, page: usize, number: i64) {
        if let Some(piece) = self.pieces.get_mut(node.0) {
            piece.kids.push(Kid::Shown { page, number });
        }
    }

    /// Whether anything under a piece is shown.
    fn is_shown(&self, node: usize) -> bool {
        self.pieces.get(node).is_some_and(|piece| {
            piece.kids.iter().any(|kid| match kid {
                Kid::Shown { .. } => true,
                Kid::Node(node) => self.is_shown(*node),
            })
        })
    }

    /// Whether a piece stands in the tree: it shows something, or it is a cell that is empty, without which the cells
    /// beside it would stand in other columns.
    fn is_kept(&self, node: usize) -> bool {
        let is_cell = |piece: &Piece| matches!(piece.role, Role::Cell | Role::HeadCell);
        let is_empty_cell =
            self.pieces.get(node).is_some_and(|piece| is_cell(piece) && self.is_shown(piece.parent));
        node == 0 || is_empty_cell || self.is_shown(node)
    }

    /// Writes the tree into a document with these pages.
    pub(super) fn write(&self, file: &mut Document, pages: &[ObjectId]) -> ObjectId {
        let root = file.new_object_id();
        let ids: Vec<ObjectId> = self.pieces.iter().map(|_| file.new_object_id()).collect();
        let mut owners: Vec<Vec<Object>> = vec![Vec::new(); pages.len()];
        for (node, piece) in self.pieces.iter().enumerate() {
            if !self.is_kept(node) {
                continue;
            }
            let home = piece.kids.iter().find_map(|kid| match kid {
                Kid::Shown { page, .. } => Some(*page),
                Kid::Node(_) => None,
            });
            let mut kids = Vec::new();
            for kid in &piece.kids {
                match kid {
                    Kid::Node(kid) if self.is_kept(*kid) => kids.push(Object::Reference(ids[*kid])),
                    Kid::Node(_) => {}
                    Kid::Shown { page, number } => {
                        let Some(id) = pages.get(*page) else { continue };
                        kids.push(if Some(*page) == home {
                            Object::Integer(*number)
                        } else {
                            let at = Object::Reference(*id);
                            dictionary! { "Type" => "MCR", "Pg" => at, "MCID" => *number }.into()
                        });
                        // Numbers of a page grow in the order they are shown, which is not always that of the tree.
                        let place = usize::try_from(*number).unwrap_or_default();
                        let owners = &mut owners[*page];
                        owners.resize(owners.len().max(place + 1), Object::Null);
                        owners[place] = Object::Reference(ids[node]);
                    }
                }
            }
            let parent = if node == 0 { root } else { ids[piece.parent] };
            let mut element = dictionary! {
                "Type" => "StructElem",
                "S" => piece.role.name(),
                "P" => parent,
                "K" => kids,
            };
            if let Some(id) = home.and_then(|page| pages.get(page)) {
                element.set("Pg", *id);
            }
            if let Some(said) = &piece.said {
                element.set("Alt", super::document::text(said));
            }
            if let Some(attributes) = piece.role.attributes() {
                element.set("A", attributes);
            }
            file.set_object(ids[node], element);
        }
        let numbered = (0_i64..).zip(owners);
        let owners: Vec<Object> =
            numbered.flat_map(|(page, owners)| [Object::Integer(page), Object::Array(owners)]).collect();
        let by_page = file.add_object(dictionary! { "Nums" => owners });
        let next = i64::try_from(pages.len()).unwrap_or(i64::MAX);
        file.set_object(
            root,
            dictionary! {
                "Type" => "StructTreeRoot",
                "K" => ids[0],
                "ParentTree" => by_page,
                "ParentTreeNextKey" => next,
            },
        );
        root
    }
}
