use tera::{Context, Tera};

fn main() {
    let tera = Tera::new("templates/**/*.tera").expect("templates");
    let mut context = Context::new();
    context.insert("applicant", &serde_json::json!({ "name": "Olena" }));
    println!("{}", tera.render("decision.txt.tera", &context).unwrap());
}
