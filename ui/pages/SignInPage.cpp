// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/SignInPage.h"

#include "ui/shell/Actions.h"
#include "ui/shell/Say.h"
#include "ui/shell/SayStudy.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QProgressBar>
#include <QScrollArea>

#include <cmath>

namespace vertescore {
namespace {

constexpr int kFormWidth = 400;
constexpr int kStoryWidth = 520;
constexpr int kNarrowStory = 360;
constexpr int kMargin = 32;
constexpr int kBetween = 48;
/// The vertical scroll bar beside it.
constexpr int kRoomForBoth = kFormWidth + kNarrowStory + 2 * (kMargin + kBetween) + 16;
constexpr int kShownRecent = 3; ///< of each kind

/// What is chosen in the task box: a pass to read, or annotating, or coordinating.
constexpr int kAnnotate = -1;

/// An icon with a title and a sentence; the icon is a button only because buttons repaint theirs in the
/// theme's colour.
QWidget* makeStepRow(const QString& iconName, const QString& title, const QString& text) {
    auto* whole = new QWidget;
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    auto* mark = new QToolButton;
    mark->setIcon(themedIcon(iconName));
    mark->setIconSize({26, 26});
    mark->setFocusPolicy(Qt::NoFocus);
    mark->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(makeLabel(title, "heading"));
    words->addWidget(makeWrappedLabel(text, "muted"));
    words->addStretch(1);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    return whole;
}

QString rolesOf(const Person& person) {
    QStringList names;
    for (const Role role : person.roles)
        names << say(role);
    return names.join(QStringLiteral(", "));
}

} // namespace

SignInPage::SignInPage(Actions& actions, QWidget* parent)
    : QWidget(parent), m_persons(new QButtonGroup(this)) {
    setProperty("role", QStringLiteral("page"));
    auto* content = new QWidget;
    content->setProperty("role", QStringLiteral("content"));
    auto* columns = new QHBoxLayout(content);
    columns->setContentsMargins(kMargin, 28, kMargin, 28);
    columns->setSpacing(kBetween);
    columns->addStretch(1);
    m_story = makeStory();
    columns->addWidget(m_story, 100, Qt::AlignVCenter);
    auto* right = new QWidget;
    right->setFixedWidth(kFormWidth);
    auto* rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(0, 0, 0, 0);
    rightColumn->setSpacing(kWideSpace);
    rightColumn->addWidget(makeForm());
    rightColumn->addWidget(makeWays(actions));
    columns->addWidget(right, 0, Qt::AlignVCenter);
    columns->addStretch(1);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);
    setChecking(false);
    setStudy(nullptr);
    setRecent({});
}

void SignInPage::resizeEvent(QResizeEvent* event) {
    m_story->setVisible(width() >= kRoomForBoth);
    QWidget::resizeEvent(event);
}

QWidget* SignInPage::makeStory() {
    auto* story = new QWidget;
    story->setMinimumWidth(kNarrowStory);
    story->setMaximumWidth(kStoryWidth);
    auto* column = new QVBoxLayout(story);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(22);
    auto* head = new QHBoxLayout;
    head->setSpacing(kWideSpace);
    auto* mark = new QLabel;
    mark->setPixmap(themedIcon(QStringLiteral("vertescore")).pixmap(QSize(64, 64), devicePixelRatioF()));
    head->addWidget(mark);
    head->addWidget(makeLabel(QStringLiteral("VerteScore"), "display"));
    head->addStretch(1);
    column->addLayout(head);
    QLabel* purpose =
        makeWrappedLabel(tr("Grade the calcification of the abdominal aorta on lateral spine scans, "
                            "with guides that show where each lumbar segment begins and ends."));
    purpose->setProperty("role", QStringLiteral("lead"));
    column->addWidget(purpose);
    column->addWidget(makeStepRow(
        QStringLiteral("landmarks"), tr("1  Landmarks"),
        tr("A network finds the corners of T12 to L5. You look, drag what is off, and confirm.")));
    column->addWidget(
        makeStepRow(QStringLiteral("crop"), tr("2  Crop"),
                    tr("See how much of the aorta's region the scan cut off, live as corners move.")));
    column->addWidget(
        makeStepRow(QStringLiteral("score"), tr("3  Score"),
                    tr("Grade eight wall segments with the keys 0 to 3; the wall in question lights up.")));
    column->addWidget(
        makeStepRow(QStringLiteral("submit"), tr("4  Submit"),
                    tr("Lock the reading and go on. Every keystroke is saved as you make it.")));
    column->addWidget(
        makeStepRow(QStringLiteral("agreement"), tr("Then: agreement"),
                    tr("Coordinators see how well two readers agree, with intervals and plots.")));
    return story;
}

QWidget* SignInPage::makeForm() {
    QFrame* card = makeCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(24, 22, 24, 24);
    column->setSpacing(12);
    m_study = makeWrappedLabel({}, "title");
    m_synthetic = makeWrappedLabel(
        tr("Synthetic: phantoms and simulated readers, no patients. Try anything."), "warning");
    m_question = makeLabel({}, "muted");
    m_list = new QVBoxLayout;
    m_list->setSpacing(kSpace);

    m_details = new QWidget;
    auto* details = new QVBoxLayout(m_details);
    details->setContentsMargins(0, 0, 0, 0);
    details->setSpacing(6);
    m_task = new QComboBox;
    m_task->setAccessibleName(tr("What to do"));
    m_passwordLabel = makeLabel(tr("Password"), "muted");
    m_password = new QLineEdit;
    m_password->setEchoMode(QLineEdit::Password);
    m_passwordLabel->setBuddy(m_password);
    m_problem = makeWrappedLabel({}, "bad");
    details->addWidget(makeLabel(tr("What to do"), "muted"));
    details->addWidget(m_task);
    details->addWidget(m_passwordLabel);
    details->addWidget(m_password);
    details->addWidget(m_problem);
    m_start = makeButton({}, "primary");
    m_start->setDefault(true);

    m_preparing = new QWidget;
    auto* preparing = new QVBoxLayout(m_preparing);
    preparing->setContentsMargins(0, 0, 0, 0);
    preparing->addWidget(makeWrappedLabel(
        tr("Drawing the scans of the demo study. This happens once and takes a few seconds."), "muted"));
    m_preparingBar = new QProgressBar;
    m_preparingBar->setTextVisible(false);
    preparing->addWidget(m_preparingBar);

    for (QWidget* widget : std::initializer_list<QWidget*>{m_study, m_synthetic, m_preparing, m_question})
        column->addWidget(widget);
    column->addLayout(m_list);
    column->addWidget(m_details);
    column->addWidget(m_start);
    const auto start = [this] {
        m_problem->hide();
        if (!m_start->isEnabled()) return;
        if (const auto signIn = chosen()) Q_EMIT signInRequested(*signIn);
    };
    connect(m_start, &QPushButton::clicked, this, start);
    connect(m_password, &QLineEdit::returnPressed, this, start);
    connect(m_persons, &QButtonGroup::idClicked, this, &SignInPage::choosePerson);
    return card;
}

QWidget* SignInPage::makeWays(Actions& actions) {
    auto* ways = new QWidget;
    auto* column = new QVBoxLayout(ways);
    column->setContentsMargins(kSpace, 0, kSpace, 0);
    column->setSpacing(2);
    auto* links = new QGridLayout;
    links->setSpacing(2);
    const ActionId ids[] = {ActionId::OpenFile, ActionId::OpenFolder, ActionId::OpenStudy,
                            ActionId::NewStudy};
    for (int i = 0; i < 4; ++i) {
        QAction& action = actions.at(ids[i]);
        QPushButton* link = makeButton(action.text(), "link");
        connect(link, &QPushButton::clicked, &action, &QAction::trigger);
        links->addWidget(link, i / 2, i % 2, Qt::AlignLeft);
    }
    column->addLayout(links);
    QPushButton* demo = makeButton(tr("Open the demo study"), "link");
    connect(demo, &QPushButton::clicked, this, &SignInPage::demoRequested);
    links->addWidget(demo, 2, 0, Qt::AlignLeft);
    m_recentTitle = makeLabel(tr("Recent"), "section");
    column->addSpacing(kSpace);
    column->addWidget(m_recentTitle);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(0);
    column->addLayout(m_recent);
    return ways;
}

void SignInPage::setStudy(const StudyStore* store) {
    for (QAbstractButton* button : m_persons->buttons()) {
        m_persons->removeButton(button);
        m_list->removeWidget(button);
        button->deleteLater();
    }
    m_people.clear();
    m_passes.clear();
    m_preparing->hide();
    m_problem->hide();
    m_study->setText(store ? QString::fromStdString(store->study().settings.name) : tr("No study is open"));
    m_synthetic->setVisible(store && store->study().settings.isSynthetic);
    if (store) {
        m_settings = store->study().settings;
        for (int session = 1; session <= m_settings.sessions.value_or(1); ++session)
            for (const Arm& arm : m_settings.arms)
                m_passes.push_back({arm.name, session});
        if (const auto people = store->people())
            for (const Person& person : *people)
                if (!person.isSimulated) addPerson(person);
    }
    m_question->setText(store ? tr("Who is reading?")
                              : tr("Open a study below, or drop scans into this window."));
    if (!m_persons->buttons().isEmpty()) m_persons->buttons().first()->setChecked(true);
    choosePerson();
}

void SignInPage::addPerson(const Person& person) {
    QPushButton* button = makeButton({}, "choice");
    auto* row = new QHBoxLayout(button);
    row->setContentsMargins(14, 4, 14, 4);
    auto* name = new ElidedLabel(QString::fromStdString(person.name));
    name->setProperty("role", QStringLiteral("heading"));
    name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    QLabel* roles = makeLabel(rolesOf(person), "small");
    for (QLabel* label : std::initializer_list<QLabel*>{name, roles})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    row->addWidget(name, 1);
    row->addWidget(roles);
    button->setMinimumHeight(button->fontMetrics().height() * 2 + 12);
    button->setCheckable(true);
    button->setAccessibleName(
        QStringLiteral("%1, %2").arg(QString::fromStdString(person.name), rolesOf(person)));
    m_persons->addButton(button, static_cast<int>(m_people.size()));
    m_list->addWidget(button);
    m_people.push_back(person);
}

const Person* SignInPage::chosenPerson() const {
    const int id = m_persons->checkedId();
    return id >= 0 && static_cast<std::size_t>(id) < m_people.size() ? &m_people[static_cast<std::size_t>(id)]
                                                                     : nullptr;
}

void SignInPage::choosePerson() {
    const Person* person = chosenPerson();
    m_details->setVisible(person);
    m_start->setVisible(person);
    m_problem->hide();
    if (!person) return;
    m_task->clear();
    if (person->hasRole(Role::Reader))
        for (std::size_t i = 0; i < m_passes.size(); ++i)
            m_task->addItem(m_passes.size() == 1 ? tr("Read and grade scans")
                                                 : tr("Read and grade: %1").arg(say(m_passes[i], m_settings)),
                            static_cast<int>(i));
    if (person->hasRole(Role::Annotator) || person->hasRole(Role::Coordinator))
        m_task->addItem(person->hasRole(Role::Coordinator) ? tr("Coordinate the study")
                                                           : tr("Check corners only"),
                        kAnnotate);
    m_task->setEnabled(m_task->count() > 1);
    m_password->clear();
    m_password->setVisible(person->hasPassword);
    m_passwordLabel->setVisible(person->hasPassword);
    if (person->hasPassword)
        m_password->setFocus();
    else
        m_start->setFocus();
}

std::optional<DeskSignIn> SignInPage::chosen() const {
    const Person* person = chosenPerson();
    if (!person || m_task->currentIndex() < 0) return std::nullopt;
    const int task = m_task->currentData().toInt();
    DeskSignIn signIn;
    signIn.signIn = {.person = person->id, .password = m_password->text().toStdString()};
    signIn.asReader = task != kAnnotate;
    if (signIn.asReader) signIn.pass = m_passes[static_cast<std::size_t>(task)];
    return signIn;
}

void SignInPage::setRecent(const RecentPlaces& places) {
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    const auto add = [this](const QString& name, const QString& path, const auto& open) {
        auto* link = makeButton(fontMetrics().elidedText(name, Qt::ElideMiddle, kFormWidth - 40), "link");
        link->setToolTip(path);
        link->setAccessibleName(name);
        connect(link, &QPushButton::clicked, this, open);
        m_recent->addWidget(link, 0, Qt::AlignLeft);
    };
    for (const QString& path : places.studies.mid(0, kShownRecent))
        add(QFileInfo(path).completeBaseName(), path, [this, path] { Q_EMIT studyRequested(path); });
    for (const QString& path : places.scans.mid(0, kShownRecent))
        add(QFileInfo(path).fileName(), path, [this, path] { Q_EMIT scansRequested({path}); });
    m_recentTitle->setVisible(m_recent->count() > 0);
}

void SignInPage::setChecking(bool checking) {
    m_start->setEnabled(!checking);
    m_start->setText(checking ? tr("Checking the password…") : tr("Start"));
    m_password->setReadOnly(checking);
}

void SignInPage::showPreparing(double share) {
    m_study->setText(tr("Demo study"));
    m_synthetic->show();
    m_question->setText({});
    m_preparing->show();
    m_preparingBar->setRange(0, 1000);
    m_preparingBar->setValue(static_cast<int>(std::lround(share * 1000)));
}

void SignInPage::showProblem(const QString& text) {
    m_problem->setText(text);
    m_problem->show();
    m_password->setFocus();
    m_password->selectAll();
}

} // namespace vertescore
