// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Icon.h"

#include "ui/theme/Colours.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

// The linker would leave a static library's resources out if nothing named them. Not within a namespace, says
// Qt.
static void initResources() {
    Q_INIT_RESOURCE(icons);
}

namespace vertescore {
namespace {

QByteArray drawing(const QString& name, const QColor& colour) {
    openResources();
    QFile file(QStringLiteral(":/vertescore/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    return file.readAll().replace("currentColor", colour.name().toLatin1());
}

QPixmap rendered(const QString& name, const QColor& colour, QSize pixels) {
    const QString key = QStringLiteral("vertescore/%1/%2/%3x%4")
                            .arg(name, colour.name(QColor::HexArgb))
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(drawing(name, colour));
    QPainter painter(&pixmap);
    painter.setOpacity(colour.alphaF());
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Colours the drawing at the moment of painting, so that a change of theme needs no new icons.
class TintedSvgEngine : public QIconEngine {
public:
    TintedSvgEngine(QString name, IconTone tone) : m_name(std::move(name)), m_tone(tone) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const double ratio = painter->device()->devicePixelRatioF();
        QPixmap tinted = pixmap(rect.size() * ratio, mode, state);
        tinted.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), tinted);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        return rendered(m_name, colour(mode), size);
    }

    QIconEngine* clone() const override { return new TintedSvgEngine(*this); }

private:
    QColor colour(QIcon::Mode mode) const {
        QColor result;
        switch (m_tone) {
        case IconTone::Page:
            result = QGuiApplication::palette().color(QPalette::Active, QPalette::ButtonText);
            break;
        case IconTone::Desk:
            result = deskColours().text;
            break;
        case IconTone::Accent:
            result = deskColours().accentText;
            break;
        case IconTone::OnAccent:
            result = deskColours().textOnAccent;
            break;
        }
        if (mode == QIcon::Disabled) result.setAlphaF(0.35F);
        return result;
    }

    QString m_name;
    IconTone m_tone;
};

} // namespace

void openResources() {
    static const bool once = (initResources(), true);
    Q_UNUSED(once)
}

QIcon themedIcon(const QString& name, IconTone tone) {
    return QIcon(new TintedSvgEngine(name, tone));
}

QPixmap iconPixmap(const QString& name, const QColor& colour, int size, double devicePixelRatio) {
    QPixmap pixmap = rendered(name, colour, (QSizeF(size, size) * devicePixelRatio).toSize());
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace vertescore
